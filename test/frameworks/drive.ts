import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { remember } from '../reach/tried.js';
import { build, checkTypes, versionOf } from './apps.js';
import { FRAMEWORKS, type Framework, type FrameworkName } from './frameworks.js';
import { logIn, Phone } from './phone.js';
import { startSite, type Site } from './site.js';

/** The tests of the frameworks' pages: each is type-checked, built, and driven through a login and into a failure. */
export const drive = (names: readonly FrameworkName[]): void => {
  describe('pages in frameworks', () => {
    let site: Site;
    let phone: Phone;

    before(async () => {
      [site, phone] = await Promise.all([startSite(), Phone.start()]);
    });
    after(async () => {
      await Promise.all([site.close(), phone.close()]);
    });

    for (const name of names) {
      const { check, title }: Framework = FRAMEWORKS[name];

      if (check) test(`${name}: the page type-checks`, () => checkTypes(check));

      test(`${name}: a person logs in`, async () => {
        await build(name);
        const context = await phone.open(site);
        const page = await context.newPage();
        const problems: string[] = [];
        page.on('pageerror', ({ message }) => problems.push(message));
        page.on('console', (message) => {
          if (message.type() === 'warning' && message.text().startsWith('ydrz-elements')) {
            problems.push(message.text());
          }
        });
        await page.goto(`${site.url}/${name}/`);
        await logIn(page);
        await page.getByText('Welcome, 13800138000').waitFor();
        assert.deepEqual(problems, []);
        assert.equal(site.phones.at(-1), '13800138000');
        await context.close();
        await remember({ kind: 'framework', name: title, version: await versionOf(name), logins: [name] });
      });

      test(`${name}: a person on Wi-Fi is offered another way`, async () => {
        const context = await phone.open(site, 'wifi');
        const page = await context.newPage();
        await page.goto(`${site.url}/${name}/`);
        await page.locator('ydrz-login').getByRole('button').tap();
        await page.getByRole('link', { name: 'Use an SMS code instead' }).waitFor();
        await context.close();
      });
    }
  });
};
