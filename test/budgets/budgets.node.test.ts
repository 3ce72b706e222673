import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BROWSER_LOGIN, CLASSIC, LOADS } from '../../scripts/bundle/loads.js';
import { buildBrowserModules, classicScriptText } from '../../scripts/bundle/bundles.js';
import { compressed, weigh, weighBuilt } from '../../scripts/bundle/weigh.js';

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

test(`${BROWSER_LOGIN.what}: at most ${BROWSER_LOGIN.budget} bytes in ${BROWSER_LOGIN.files} files`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ydrz-browser-'));
  try {
    await buildBrowserModules(rootDir, folder);
    const { files, bytes } = await weighBuilt(join(folder, 'login.js'));
    assert.ok(files <= BROWSER_LOGIN.files, `${files} files`);
    assertWithin(bytes, BROWSER_LOGIN.budget);
  } finally {
    await rm(folder, { recursive: true });
  }
});
