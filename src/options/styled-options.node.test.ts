import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULTS, STANDARD_POPUP, unread } from './defaults.js';
import { readLayerOptions, readPageOptions } from './read-options.js';
import { LAYER_LOOK } from '../views/auth-layer-element.js';
import { PAGE_LOOK } from '../views/auth-page-element.js';

for (const [{ kind, styled }, read] of [
  [LAYER_LOOK, readLayerOptions],
  [PAGE_LOOK, readPageOptions],
] as const) {
  test(`the ${kind} has its options read for every custom property that is not CSS, and for no other`, () => {
    const asked: string[] = [];
    read(null, {
      styled: (property) => {
        asked.push(property);
        return '';
      },
    });
    assert.ok(asked.length > 0);
    assert.deepEqual(styled.map((name) => `--ydrz-${name}`).sort(), asked.sort());
  });

  test(`the ${kind}'s defaults without reading are those that are read from nothing`, () => {
    // As data: a text or image that is undefined is one that is not there.
    assert.deepEqual(JSON.stringify(read(null)), JSON.stringify(unread(null)));
  });
}

test('the standard popup is known without reading', () => {
  assert.deepEqual(unread(STANDARD_POPUP).values, { ...DEFAULTS.values, standard: true });
  assert.equal(readLayerOptions(STANDARD_POPUP).values.standard, true);
});
