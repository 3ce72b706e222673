import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { classicScriptText } from '../../scripts/bundle/bundles.js';
import { CLASSIC_TARGET, MODULE_BROWSERS } from '../../scripts/bundle/settings.js';

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
    });
  });
}

/** Younger than the range, with no older way beside it where it is used: such a rule or call would be lost. */
const TOO_YOUNG: Readonly<Record<string, RegExp>> = {
  ':is() and :where(), Chrome 88': /:(?:is|where)\(/,
  'inset, Chrome 87': /[;{'"\s]inset(?:-block|-inline)?(?:-start|-end)?:/,
  'aspect-ratio, Chrome 88': /[;{\s]aspect-ratio:/,
  'rotate and scale as properties, Chrome 104': /[;{\s](?:rotate|scale):/,
  ':has(), Chrome 105': /:has\(/,
  'color-mix(), Chrome 111': /color-mix\(/,
  'lookbehind, Safari 16.4': /\(\?<[=!]/,
};

let built: Promise<string> | undefined;

describe('the built scripts hold nothing that the range lacks', () => {
  for (const [what, young] of Object.entries(TOO_YOUNG)) {
    test(what, async () => {
      built ??= classicScriptText(ROOT);
      const found = young.exec(await built);
      assert.equal(found && (await built).slice(found.index - 60, found.index + 60), null);
    });
  }
});
