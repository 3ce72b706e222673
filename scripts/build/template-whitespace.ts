import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

const TAGS = new Set(['html', 'svg', 'css']);

interface Edit {
  start: number;
  end: number;
  text: string;
}

const onlyNewlines = (text: string): string => text.replace(/[^\n]/g, '');

/** Removes indentation, and in CSS the comments. Line breaks stay: browsers read them as one space, and source maps hold. */
function shrink(text: string, tag: string): string {
  const withoutComments = tag === 'css' ? text.replace(/\/\*[\s\S]*?\*\//g, onlyNewlines) : text;
  return withoutComments.replace(/[ \t]*\n\s*/g, onlyNewlines);
}

function collectEdits(source: ts.SourceFile): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && TAGS.has(node.tag.getText(source))) {
      const { template } = node;
      const tag = node.tag.getText(source);
      const parts = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template]
        : [template.head, ...template.templateSpans.map((span) => span.literal)];
      for (const part of parts) {
        const start = part.getStart(source);
        edits.push({ start, end: part.end, text: shrink(source.text.slice(start, part.end), tag) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // Every edit is of one literal, and literals do not overlap, so last first keeps all positions true.
  return edits.sort((a, b) => b.start - a.start);
}

/** Removes the indentation of Lit templates and style sheets in our own sources. */
export function templateWhitespace(): Plugin {
  return {
    name: 'template-whitespace',
    setup(build) {
      build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!/\b(?:html|svg|css)`/.test(text)) return undefined;
        const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
        const contents = collectEdits(source).reduce(
          (result, { start, end, text: shorter }) => result.slice(0, start) + shorter + result.slice(end),
          text,
        );
        return { contents, loader: 'ts' };
      });
    },
  };
}
