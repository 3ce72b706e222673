import { transformSync } from 'esbuild';
import ts from 'typescript';
import type { Edit } from './own-texts.js';

const TAGS = new Set(['html', 'svg', 'css']);

const onlyNewlines = (text: string): string => text.replace(/[^\n]/g, '');

/** Removes indentation. Line breaks stay: browsers read them as one space, and source maps hold. */
const shrinkMarkup = (literal: string): string => literal.replace(/[ \t]*\n\s*/g, onlyNewlines);

/** A style sheet in its shortest form, between its backticks. Its line breaks move behind them, where they cost nothing. */
function shrinkSheet(literal: string): string {
  const { code } = transformSync(literal.slice(1, -1), { loader: 'css', minify: true, charset: 'utf8' });
  // Neither is there today; in a template both would mean something else.
  if (/[\\`]|\$\{/.test(literal.slice(1, -1) + code)) throw new Error('A style sheet with escapes or values');
  return `\`${code.trim()}\`${onlyNewlines(literal)}`;
}

/** Edits that shorten the Lit templates and style sheets of a source. */
export function templateEdits(source: ts.SourceFile): Edit[] {
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
        const literal = source.text.slice(start, part.end);
        edits.push({
          start,
          end: part.end,
          text: tag === 'css' ? shrinkSheet(literal) : shrinkMarkup(literal),
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits;
}
