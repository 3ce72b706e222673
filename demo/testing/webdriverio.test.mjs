// npm install --save-dev ydrz-elements webdriverio
// node --test webdriverio.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { remote } from 'webdriverio';
import { logIn, startService } from 'ydrz-elements/testing';
import { startShop } from './shop.mjs';

// Where a driver runs already, its port and its browser's capabilities.
const options = JSON.parse(process.env.WEBDRIVER ?? '{"capabilities":{"browserName":"chrome"}}');

let service;
let shop;
let browser;
before(async () => {
  [service, browser] = await Promise.all([startService(), remote(options)]);
  shop = await startShop(service.server);
  service.sandbox.registerPages([shop.url]);
});
after(async () => {
  await browser.deleteSession();
  shop.close();
  await service.close();
});

test('the user presses, completes the number, agrees, and is welcomed', async () => {
  await browser.url(shop.url);
  const outcome = await logIn(browser, { number: '13800138000' });
  assert.equal(outcome.kind, 'token');
  const welcome = browser.$('#welcome');
  await browser.waitUntil(async () => (await welcome.getText()) === 'Welcome, 13800138000');
});
