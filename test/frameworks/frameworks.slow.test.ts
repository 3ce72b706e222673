import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { build, checkTypes, FRAMEWORKS } from './apps.js';
import { logIn, Phone } from './phone.js';
import { startSite, type Site } from './site.js';

describe('pages in frameworks', () => {
  let site: Site;
  let phone: Phone;

  before(async () => {
    [site, phone] = await Promise.all([startSite(), Phone.start()]);
  });
  after(async () => {
    await Promise.all([site.close(), phone.close()]);
  });

  for (const framework of FRAMEWORKS) {
    test(`${framework}: the page type-checks`, () => checkTypes(framework));

    test(`${framework}: a person logs in`, async () => {
      await build(framework);
      const context = await phone.open(site);
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', ({ message }) => problems.push(message));
      await page.goto(`${site.url}/${framework}/`);
      await logIn(page);
      await page.getByText('Welcome, 13800138000').waitFor();
      assert.deepEqual(problems, []);
      await context.close();
    });

    test(`${framework}: a person on Wi-Fi is offered another way`, async () => {
      const context = await phone.open(site, 'wifi');
      const page = await context.newPage();
      await page.goto(`${site.url}/${framework}/`);
      await page.locator('ydrz-login').getByRole('button').tap();
      await page.getByRole('link', { name: 'Use an SMS code instead' }).waitFor();
      await context.close();
    });
  }
});
