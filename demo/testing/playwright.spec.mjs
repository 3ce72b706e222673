// npm install --save-dev ydrz-elements @playwright/test
// npx playwright test playwright.spec.mjs
import { expect, test } from '@playwright/test';
import { logIn, startService } from 'ydrz-elements/testing';
import { startShop } from './shop.mjs';

let service;
let shop;
test.beforeAll(async () => {
  service = await startService();
  shop = await startShop(service.server);
  service.sandbox.registerPages([shop.url]);
});
test.afterAll(async () => {
  shop.close();
  await service.close();
});

/** Opens the shop on a phone with this SIM. */
const open = async (page, sim) => {
  await page.goto(shop.url);
  await page
    .locator('ydrz-login')
    .evaluate((login, gateway) => login.setAttribute('gateway', gateway), service.gateway(sim));
};

for (const [sim, number] of [
  ['cm', '13800138000'],
  ['ct', '18900189000'],
  ['cu', '18600186000'],
]) {
  test(`${sim}: the user presses, completes the number, agrees, and is welcomed`, async ({ page }) => {
    await open(page, sim);
    const outcome = await logIn(page, { number });
    expect(outcome.kind).toBe('token');
    await expect(page.locator('#welcome')).toHaveText(`Welcome, ${number}`);
  });
}

test('wrong digits are asked for again', async ({ page }) => {
  await open(page, 'cm');
  expect(await logIn(page, { digits: '0000' })).toMatchObject({ kind: 'asked-again' });
});

test('over Wi-Fi no carrier knows the number', async ({ page }) => {
  await open(page, 'wifi');
  expect(await logIn(page)).toMatchObject({ kind: 'error', phase: 'retrieval' });
});

test('the service does not answer in the last step', async ({ page }) => {
  service.sandbox.faults.add({ exchange: 'token', kind: 'status', status: 502 });
  await open(page, 'cm');
  expect(await logIn(page)).toMatchObject({ kind: 'error', phase: 'token' });
  service.sandbox.faults.clear();
});
