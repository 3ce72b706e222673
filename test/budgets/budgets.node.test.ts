import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { LOADS, measureSizes, type Size } from '../../scripts/bundle/sizes.js';

describe('what is built weighs no more than it may', () => {
  let sizes: readonly Size[] = [];
  before(async () => {
    sizes = await measureSizes(join(import.meta.dirname, '../..'));
  });

  for (const { name, what, budget, owed = 0 } of LOADS) {
    test(`${what}: at most ${budget} bytes and ${owed} owed`, () => {
      const bytes = sizes.find((size) => size.name === name)?.bytes ?? NaN;
      assert.ok(
        bytes <= budget + owed,
        `${bytes} bytes are over the budget of ${budget} and the ${owed} owed`,
      );
    });
  }
});
