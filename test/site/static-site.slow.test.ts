import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { SIMS } from 'ydrz-elements/sandbox';
import { logIn } from 'ydrz-elements/testing';
import { launchChromium } from '../services/chromium.js';
import { IS_DRAWN, untilTrue } from './drawn.js';
import { ENGINES, RECORDER, type Visitor } from './engines.js';
import { pagesOf, removeSite, startHost, writeSite, type StaticHost } from './static-host.js';

// The site as `npm run site` writes it, from a plain server of files: at the root of a host, and in a folder as project pages have it.

const PLACES = ['/', '/ydrz-elements/'] as const;

let folder: string;
before(async () => {
  folder = await writeSite();
});
after(() => removeSite(folder));

const IN_CHARGE = "document.documentElement.dataset.service === 'worker'";

/** What the SIMs of the sandbox that cannot log in get instead. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  wifi: /^error \d+/,
  blacklisted: /^error 111002/,
  iot: /^error 103609/,
  'ct-closed': /^error 502/,
  'cu-closed': /^error 502/,
};

for (const { name, open } of ENGINES) {
  for (const path of PLACES) {
    describe(`${name}, at ${path}`, { skip: open ? false : `${name} is not here`, timeout: 900_000 }, () => {
      let host: StaticHost;
      let visitor: Visitor;
      before(async () => {
        if (!open) return;
        host = await startHost(folder, { path, ...(name === 'WebKit' && { script: RECORDER }) });
        visitor = await open();
      });
      after(async () => {
        await visitor.close();
        host.close();
      });

      test('every page is there, in both languages, and finds all that it asks for', async () => {
        for (const page of await pagesOf(folder)) {
          for (const language of ['zh-CN', 'en']) {
            await visitor.goto(`${host.url}${page}?lang=${language}`);
            await untilTrue(visitor, `${IN_CHARGE} && ${IS_DRAWN}`);
            assert.deepEqual(await visitor.complaints(), [], `${page} in ${language}`);
          }
        }
        assert.deepEqual(host.missing, []);
      });

      // The SIM whose requests wait shows nothing of an engine.
      for (const { id, number } of SIMS.filter(({ delay }) => delay === undefined)) {
        test(`a whole login with no server at all: ${id}`, async () => {
          const query = `app-id=300012345678&credentials-url=api/ydrz/credentials&gateway=${host.url}gateway/sim/${id}`;
          await visitor.goto(`${host.url}minimal.html?${query}`);
          await untilTrue(visitor, `${IN_CHARGE} && ${IS_DRAWN}`);
          const outcome = await logIn(visitor, { number, timeout: 60_000 });
          const said = outcome.kind === 'error' ? `error ${outcome.code}` : outcome.kind;
          assert.match(said, REFUSED[id] ?? /^token$/, JSON.stringify(outcome));
          // The page has handed the token in.
          if (said === 'token')
            await untilTrue(visitor, `document.querySelector('#result').textContent.includes('${number}')`);
        });
      }
    });
  }
}

const authorize = async (handset: FrameLocator, number: string, level: string | undefined): Promise<void> => {
  if (level !== '1') await handset.getByRole('textbox').fill(number.slice(3, 7));
  await handset.getByRole('checkbox').click();
  if (level === '1') await handset.locator('[part~=submit]').click();
};

for (const path of PLACES) {
  describe(`the playground and the flow page, at ${path}`, { timeout: 900_000 }, () => {
    let host: StaticHost;
    let browser: Browser;
    let page: Page;
    const complaints: string[] = [];
    before(async () => {
      host = await startHost(folder, { path });
      browser = await launchChromium();
      page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 900 } });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${host.url}playground.html`, { waitUntil: 'commit' });
      await page.locator('html[data-service=worker]').waitFor();
    });
    after(async () => {
      await browser.close();
      host.close();
    });

    for (const { id, number, authLevel } of SIMS) {
      test(`logs in, or is refused: ${id}`, async () => {
        await page.locator('#sim').selectOption(id);
        const said = page.locator('#said');
        const refused = REFUSED[id];
        if (!refused) await authorize(page.frameLocator('iframe'), number, authLevel);
        await said.filter({ hasText: refused ?? number }).waitFor();
        assert.deepEqual(complaints, []);
        assert.deepEqual(host.missing, []);
      });
    }

    test('the flow page counts the logins that its element reports', async () => {
      await page.goto(`${host.url}flow.html`);
      // None yet: a heading and a paragraph.
      await page.locator('#figures h2').waitFor();
      assert.match(await page.locator('#figures').innerText(), /^自己的数据\s+[^\n]+这一页开着。$/);
      for (const id of ['cm', 'wifi']) {
        await page.locator('#sim').selectOption(id);
        const handset = page.frameLocator('iframe');
        await handset.getByRole('button', { name: '一键登录' }).click();
        if (id === 'cm') await authorize(handset, '13800138000', '4');
        const row =
          id === 'cm' ? '#figures-carriers tr:has-text("中国移动")' : '#figures-codes tr:has-text("103111")';
        await page.locator(row).waitFor();
      }
      await page
        .locator('#figures-carriers tr', { hasText: '没有认出的' })
        .filter({ hasText: '0 %' })
        .waitFor();
      assert.deepEqual(complaints, []);
      assert.deepEqual(host.missing, []);
    });
  });
}

for (const [name, registration] of [
  ['without service workers', "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() {} })"],
  [
    'that lets no service worker be registered',
    "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('Not here'))",
  ],
] as const) {
  test(`a browser ${name} says so, and shows all that needs no login`, async () => {
    const host = await startHost(folder, { path: '/ydrz-elements/' });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addInitScript(registration);
      await page.goto(`${host.url}codes.html?lang=en`, { waitUntil: 'commit' });
      await page.getByRole('note').filter({ hasText: 'No login can be tried here' }).waitFor();
      await page.locator('#codes li').first().waitFor();
    } finally {
      await browser.close();
      host.close();
    }
  });
}

test('a page that is loaded past its service worker, as by Shift and reload, comes to log in all the same', async () => {
  const host = await startHost(folder, { path: '/ydrz-elements/' });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${host.url}minimal.html`, { waitUntil: 'commit' });
    await page.locator('html[data-service=worker]').waitFor();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.reload', { ignoreCache: true });
    await page.waitForEvent('load');
    await page.locator('html[data-service=worker]').waitFor();
  } finally {
    await browser.close();
    host.close();
  }
});
