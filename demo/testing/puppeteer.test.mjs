// npm install --save-dev ydrz-elements puppeteer
// node --test puppeteer.test.mjs
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer';
import { logIn, startService } from 'ydrz-elements/testing';
import { startShop } from './shop.mjs';

let service;
let shop;
let browser;
before(async () => {
  [service, browser] = await Promise.all([startService(), puppeteer.launch()]);
  shop = await startShop(service.server);
  service.sandbox.registerPages([shop.url]);
});
after(async () => {
  await browser.close();
  shop.close();
  await service.close();
});

test('the user presses, completes the number, agrees, and is welcomed', async () => {
  const page = await browser.newPage();
  await page.goto(shop.url);
  const outcome = await logIn(page, { number: '13800138000' });
  assert.equal(outcome.kind, 'token');
  await page.waitForSelector('#welcome::-p-text(Welcome, 13800138000)');
});
