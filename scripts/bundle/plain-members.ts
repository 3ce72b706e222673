import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Editor } from './own-texts.js';

/** The private names of a source, in the order in which they stand. */
const privateNames = (source: ts.SourceFile): ts.PrivateIdentifier[] => {
  const found: ts.PrivateIdentifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPrivateIdentifier(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const keyOf = ({ fileName }: ts.SourceFile, name: string): string => `${fileName} ${name}`;

/** A number for every private name of every file, the same in every build. Two classes never share one. */
const numberNames = (folder: string): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /(?<!\.test|-fixture)\.ts$/.test(name)).sort()) {
    const path = join(folder, file);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    for (const { text } of privateNames(source)) {
      const key = keyOf(source, text);
      if (!numbers.has(key)) numbers.set(key, numbers.size);
    }
  }
  return numbers;
};

/**
 * Turns private members into plain properties with names that nothing else has. Browsers of 2019 have no private members; what
 * esbuild makes of them there, WeakMaps, weighs more and runs slower. Classes of one file never have two meanings for
 * one name, and nobody extends the classes of a classic script.
 */
export const plainMembers = (folder: string): Editor => {
  const numbers = numberNames(folder);
  return (source) =>
    privateNames(source).map((node) => ({
      start: node.getStart(source),
      end: node.end,
      text: `$${(numbers.get(keyOf(source, node.text)) ?? NaN).toString(36)}`,
    }));
};
