import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { LOGIN_PAGE } from '../../bench/pages.js';
import { launch, visit } from '../../bench/phone.js';
import { startSite, type Site } from '../../bench/site.js';
import { classicScriptText } from '../../scripts/bundle/bundles.js';

const rootDir = join(import.meta.dirname, '../..');

let site: Site;
let browser: Browser;
let script: string;

before(async () => {
  [site, browser, script] = await Promise.all([startSite(), launch(), classicScriptText(rootDir)]);
});

after(async () => {
  await Promise.all([browser.close(), site.close()]);
});

/** Runs in the page: a login by the global, up to its open screen. */
const openScreen = (gateway: string, appId: string, authPageType: string): string => `(async () => {
  const script = Object.assign(document.createElement('script'), { src: '/classic.js' });
  script.dataset.gateway = ${JSON.stringify(gateway)};
  await new Promise((resolve) => { script.onload = resolve; document.head.append(script); });
  const body = JSON.stringify({ appId: '${appId}' });
  const headers = { 'content-type': 'application/json' };
  const credentials = await (await fetch('/api/ydrz/credentials', { method: 'POST', headers, body })).json();
  YDRZAuthLogin.CustomControlsInit('layer', { maskStyle: { ifShowMask: true } });
  const data = { ...credentials, appId: '${appId}', version: '2.0', openType: '1', authPageType: '${authPageType}' };
  globalThis.ended = new Promise((resolve) => {
    YDRZAuthLogin.getTokenInfo({ data, success: ({ code }) => resolve(code), error: resolve });
  });
  do {
    await new Promise(requestAnimationFrame);
    globalThis.screenOfLogin = document.querySelector('ydrz-auth-layer, ydrz-auth-page');
  } while (!screenOfLogin?.open);
  screenOfLogin.focus();
})()`;

const TICK = "screenOfLogin.renderRoot.querySelector('[part=checkbox]').click()";

// Its members are no longer private and its imports no longer lazy, which only the built script itself can be asked about.
for (const [sim, authPageType, digits] of [
  ['cm', '2', '0013'],
  ['ct', '3', '0018'],
  ['cu', '1', '0018'],
] as const) {
  test(`the classic script logs ${sim} in with authPageType ${authPageType}`, async () => {
    const { page, finish } = await visit(browser, 1);
    const failures: string[] = [];
    page.on('pageerror', ({ message }) => failures.push(message));
    await page.route('**/classic.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: script }),
    );
    await page.goto(site.url + LOGIN_PAGE);
    await page.evaluate(openScreen(`${site.sandbox.url}/sim/${sim}`, site.appId, authPageType));
    await page.keyboard.type(digits);
    await page.evaluate(TICK);
    assert.equal(await page.evaluate('ended'), '103000');
    assert.deepEqual(failures, []);
    await finish();
  });
}
