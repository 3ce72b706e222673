import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/** A piece of a source with another text in its place. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Finds what is to be changed in a source. */
export type Editor = (source: ts.SourceFile) => readonly Edit[];

/** The text with all edits made; none may overlap. Last first keeps all positions true. */
const edited = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, text: other }) => result.slice(0, start) + other + result.slice(end),
      text,
    );

/** Changes the texts of our own sources on their way into a build. */
export function ownTexts(editors: readonly Editor[]): Plugin {
  return {
    name: 'own-texts',
    setup(build) {
      build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
        const edits = editors.flatMap((edit) => edit(source));
        return edits.length > 0 ? { contents: edited(text, edits), loader: 'ts' } : undefined;
      });
    },
  };
}
