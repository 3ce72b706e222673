import { dirname } from 'node:path';
import ts from 'typescript';
import { sourceOf } from './own-sources.js';
import type { Edit, Editor } from './own-texts.js';

/** Whether a source is built in; told by its path from the root of the repository, with slashes. */
export type IsBuiltIn = (source: string) => boolean;

/**
 * Turns `import()` into a promise of what is in the file anyway, without the wrappers that esbuild keeps modules from running
 * early with. What is not built in stays an import.
 */
export const eagerImports =
  (rootDir: string, isBuiltIn: IsBuiltIn = () => true): Editor =>
  (source) => {
    const edits: Edit[] = [];
    const visit = (node: ts.Node): void => {
      const [path] = ts.isCallExpression(node) ? node.arguments : [];
      if (
        ts.isCallExpression(node) &&
        node.expression.kind === ts.SyntaxKind.ImportKeyword &&
        path &&
        ts.isStringLiteral(path) &&
        isBuiltIn(sourceOf(rootDir, dirname(source.fileName), path.text))
      ) {
        const name = `module${String(edits.length)}`;
        edits.push({ start: node.getStart(source), end: node.end, text: `Promise.resolve(${name})` });
        edits.push({
          start: source.end,
          end: source.end,
          text: `\nimport * as ${name} from ${path.getText(source)};`,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return edits;
  };
