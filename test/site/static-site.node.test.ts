import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { logIn } from 'ydrz-elements/testing';
import { launchChromium } from '../services/chromium.js';
import { removeSite, startHost, writeSite, type StaticHost } from './static-host.js';

let folder: string;
let browser: Browser;
let host: StaticHost;

before(async () => {
  folder = await writeSite();
  [browser, host] = await Promise.all([launchChromium(), startHost(folder, { path: '/ydrz-elements/' })]);
});
after(async () => {
  await browser.close();
  host.close();
  await removeSite(folder);
});

for (const [sim, number] of [
  ['cm', '13800138000'],
  ['ct', '18900189000'],
  ['cu', '18600186000'],
] as const) {
  test(`a whole login in a folder of a host, with no server at all: ${sim}`, async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const query = `app-id=300012345678&credentials-url=api/ydrz/credentials&gateway=${host.url}gateway/sim/${sim}`;
    await page.goto(`${host.url}minimal.html?${query}`, { waitUntil: 'commit' });
    await page.locator('html[data-service=worker]').waitFor();
    const outcome = await logIn(page, { number });
    assert.equal(outcome.kind, 'token', JSON.stringify(outcome));
    // The page has handed the token in.
    await page.locator('#result', { hasText: number }).waitFor();
    await context.close();
  });
}
