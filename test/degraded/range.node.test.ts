import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { CLASSIC_TARGET, MODULE_BROWSERS } from '../../scripts/bundle/bundles.js';
import { ENGINES } from '../reach/engines.js';
import { builtText } from '../services/dist.js';

const ROOT = join(import.meta.dirname, '../..');

/** Two browsers with one version are named together: “Chrome and Edge 84”. */
const STATED = /(Chrome|Safari)(?: and | 和 )(Edge|iOS) (\d+)|(Firefox) (\d+)/g;

const statedIn = (readme: string): string[] =>
  [...readme.matchAll(STATED)].flatMap(([, one, other, version, single, singleVersion]) =>
    [one, other, single].flatMap((name) =>
      name === undefined ? [] : [`${name.toLowerCase()}${version ?? singleVersion ?? ''}`],
    ),
  );

for (const name of ['README.md', 'README.zh-CN.md']) {
  describe(name, () => {
    test('states the browsers that the build is made for', async () => {
      const readme = await readFile(join(ROOT, name), 'utf8');
      assert.deepEqual(statedIn(readme).sort(), [...MODULE_BROWSERS].sort());
      assert.ok(readme.includes(CLASSIC_TARGET.toUpperCase()));
      // The first engine that the script is tried in, and the first that the modules are.
      assert.ok(readme.includes(`Chrome ${ENGINES[0]?.chrome ?? ''}`));
      assert.ok(MODULE_BROWSERS.includes(`chrome${ENGINES.find(({ modules }) => modules)?.chrome ?? ''}`));
    });
  });
}

/** Younger than the range, with no older way beside it where it is used: such a rule or call would be lost. */
const TOO_YOUNG: Readonly<Record<string, RegExp>> = {
  'inset, Chrome 87': /[;{'"\s]inset(?:-block|-inline)?(?:-start|-end)?:/,
  'aspect-ratio, Chrome 88': /[;{\s]aspect-ratio:/,
  ':has(), Chrome 105': /:has\(/,
  'color-mix(), Chrome 111': /color-mix\(/,
  'lookbehind, Safari 16.4': /\(\?<[=!]/,
};

/** The same, for what the code's own short names can be taken for: `{a:is(b)}` is no selector. Looked for in texts alone. */
const TOO_YOUNG_IN_TEXTS: Readonly<Record<string, RegExp>> = {
  'rotate and scale as properties, Chrome 104': /[;{\s](?:rotate|scale):/,
  ':is() and :where(), Chrome 88': /:(?:is|where)\(/,
};

/** The strings and templates of a script, a line each. */
const textsOf = (script: string): string => {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      texts.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('built.js', script, ts.ScriptTarget.Latest));
  return texts.join('\n');
};

const CLASSIC = 'ydrz.min.js';

const assertWithout = (young: RegExp, text: string): void => {
  const found = young.exec(text);
  assert.equal(found && text.slice(found.index - 60, found.index + 60), null);
};

describe('the built scripts hold nothing that the range lacks', () => {
  for (const [what, young] of Object.entries(TOO_YOUNG)) {
    test(what, async () => {
      assertWithout(young, await builtText(CLASSIC));
    });
  }
  for (const [what, young] of Object.entries(TOO_YOUNG_IN_TEXTS)) {
    test(what, async () => {
      const texts = textsOf(await builtText(CLASSIC));
      assert.match(texts, /:host\(/, 'the style sheets are among the texts');
      assertWithout(young, texts);
    });
  }
});
