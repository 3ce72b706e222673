import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { CLASSIC, LOADS } from '../../scripts/bundle/loads.js';
import { classicScriptText } from '../../scripts/bundle/bundles.js';
import { compressed, weigh } from '../../scripts/bundle/weigh.js';

const rootDir = join(import.meta.dirname, '../..');

const assertWithin = (bytes: number, budget: number): void => {
  assert.ok(bytes <= budget, `${bytes} bytes are over the budget of ${budget}`);
};

for (const load of LOADS) {
  test(`${load.what}: at most ${load.budget} bytes`, async () => {
    assertWithin(await weigh(rootDir, load), load.budget);
  });
}

test(`${CLASSIC.what}: at most ${CLASSIC.budget} bytes`, async () => {
  assertWithin(compressed(await classicScriptText(rootDir)), CLASSIC.budget);
});
