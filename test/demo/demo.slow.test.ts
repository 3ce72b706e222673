import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { pagePaths } from '../../demo/backend/page-paths.js';
import { SIMS } from 'ydrz-elements/sandbox';
import { DEMO_APP_ID } from '../../demo/registered.js';
import { RETURN_CODES, layerTable, pageTable, rowsOf } from '../tables.js';
import { IS_DRAWN, untilTrue } from '../site/drawn.js';
import { DemoBrowser, type Visit } from './demo-browser.js';

let demo: DemoBrowser;
before(async () => {
  demo = await DemoBrowser.start();
});
after(() => demo.stop());

const numberOf = (id: string): string => {
  const sim = SIMS.find((one) => one.id === id);
  assert.ok(sim, `no SIM ${id}`);
  return sim.number;
};

const minimal = (sim: string, more = ''): string => {
  const gateway = encodeURIComponent(`${demo.sandbox}/sim/${sim}`);
  return `/minimal.html?app-id=${DEMO_APP_ID}&credentials-url=/api/ydrz/credentials&gateway=${gateway}${more}`;
};

const pressLogin = (place: Page | FrameLocator): Promise<void> =>
  place.getByRole('button', { name: '一键登录' }).tap();

/** Fill in what the mask hides, and tick the agreement. */
const authorize = async (place: Page | FrameLocator, sim: string): Promise<void> => {
  await place.getByRole('textbox').fill(numberOf(sim).slice(3, 7));
  await place.getByRole('checkbox').tap();
};

const textIn = async (page: Page, selector: string, expected: RegExp): Promise<string> => {
  const found = page.locator(selector, { hasText: expected });
  await found.waitFor();
  return (await found.textContent()) ?? '';
};

/** The elements of the manifest that the page was given, with the names of their events. */
const manifestElements = (page: Page): Promise<{ tagName: string; events: string[] }[]> =>
  page.evaluate(`fetch('/generated/elements.json').then((response) => response.json()).then(({ modules }) =>
    modules
      .flatMap(({ declarations = [] }) => declarations)
      .filter(({ tagName }) => tagName)
      .map(({ tagName, events = [] }) => ({ tagName, events: events.map(({ name }) => name) })))`);

const finish = async ({ page, complaints }: Visit): Promise<void> => {
  assert.deepEqual(complaints, []);
  await page.context().close();
};

describe('minimal.html', () => {
  for (const sim of ['cm', 'ct', 'cu']) {
    it(`logs ${sim} in and shows the validated number`, async () => {
      const visit = await demo.visit(minimal(sim));
      await pressLogin(visit.page);
      await authorize(visit.page, sim);
      const answer: unknown = JSON.parse(await textIn(visit.page, '#result', /phone/));
      assert.deepEqual(answer, { phone: numberOf(sim) });
      await finish(visit);
    });
  }

  it('shows one error with the codes of three carriers over Wi-Fi, and can be pressed again', async () => {
    const visit = await demo.visit(minimal('wifi'));
    await pressLogin(visit.page);
    const error: unknown = JSON.parse(await textIn(visit.page, '#result', /CUData/));
    assert.ok(typeof error === 'object' && error !== null);
    assert.deepEqual(Object.keys(error).sort(), ['CTData', 'CUData', 'YDData', 'msgId']);
    for (const carrier of Object.values({ ...error, msgId: { code: '0' } })) {
      assert.match(carrier.code, /^-?\d+$/);
    }
    assert.equal(await visit.page.getByRole('button').isEnabled(), true);
    await finish(visit);
  });

  it('takes the attributes from the query string, boolean ones too, and nothing else', async () => {
    const visit = await demo.visit(
      minimal('cm', '&lang=en&disabled&required=false&timeout=1234&onclick=alert(1)'),
    );
    const login = visit.page.locator('ydrz-login');
    const names = await login.evaluate((element) => element.getAttributeNames());
    assert.ok(
      ['app-id', 'credentials-url', 'gateway', 'lang', 'disabled', 'timeout'].every((name) =>
        names.includes(name),
      ),
    );
    assert.ok(!names.includes('required') && !names.includes('onclick'));
    assert.equal(
      await login.getByRole('button', { name: 'Log in with this phone’s number' }).isDisabled(),
      true,
    );
    await finish(visit);
  });
});

describe('the login page', () => {
  it('welcomes whoever logs in, with the number half hidden, and lets them out again', async () => {
    const visit = await demo.visit('/?sim=cm');
    await pressLogin(visit.page);
    await authorize(visit.page, 'cm');
    assert.equal(await textIn(visit.page, '#phone', /8000/), '138 **** 8000');
    await visit.page.getByRole('button', { name: '退出登录' }).tap();
    await visit.page.getByRole('button', { name: '一键登录' }).waitFor();
    await finish(visit);
  });

  for (const [where, options] of Object.entries({
    'on a phone': {},
    'on a wide screen': { viewport: { width: 1280, height: 900 }, isMobile: false },
  })) {
    it(`welcomes whoever comes back from a form posted without a script, ${where}`, async () => {
      const visit = await demo.visit(minimal('cm', '&name=token&auto-submit'), options);
      // The page's own script is kept from using the token up.
      await visit.page.evaluate(`{
        const login = document.querySelector('ydrz-login');
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: '/api/login' });
        form.addEventListener('token', (event) => event.stopImmediatePropagation(), true);
        login.replaceWith(form);
        form.append(login);
      }`);
      await pressLogin(visit.page);
      await authorize(visit.page, 'cm');
      await visit.page.waitForURL(/\/\?welcome$/);
      const place = where === 'on a phone' ? visit.page : visit.page.frameLocator('iframe');
      await place.locator('#phone', { hasText: '138 **** 8000' }).waitFor();
      await finish(visit);
    });
  }

  it('offers an SMS code where the number cannot be had', async () => {
    const visit = await demo.visit('/?sim=wifi');
    await pressLogin(visit.page);
    await visit.page.getByRole('button', { name: '改用短信验证码登录' }).tap();
    await visit.page.getByLabel('手机号').fill('13800138006');
    await finish(visit);
  });

  it('stands in a phone on a wide screen, where another SIM can be chosen', async () => {
    const visit = await demo.visit('/', { viewport: { width: 1280, height: 900 }, isMobile: false });
    await visit.page.getByRole('radio', { name: /189 0018 9000/ }).check();
    const handset = visit.page.frameLocator('iframe');
    await pressLogin(handset);
    await authorize(handset, 'ct');
    await handset.locator('#phone', { hasText: '189 **** 9000' }).waitFor();
    await finish(visit);
  });
});

describe('the playground', () => {
  it('logs in with the look that the address says', async () => {
    const visit = await demo.visit('/playground.html#type=3&phoneNumStyle.fontColor=%23123456');
    const handset = visit.page.frameLocator('iframe');
    const number = handset.locator('ydrz-auth-page [part~="phone"]');
    await number.waitFor();
    assert.equal(await number.evaluate((part) => getComputedStyle(part).color), 'rgb(18, 52, 86)');
    await number.evaluate(() => frameElement?.scrollIntoView({ block: 'center' }));
    await authorize(handset, 'cm');
    assert.equal(await textIn(visit.page, '#said', /phone/), '{"phone":"13800138000"}');
    await finish(visit);
  });

  it('has a control for every option, and the open screen, the code and the address follow it', async () => {
    const visit = await demo.visit('/playground.html#type=2&maskStyle.ifShowMask=true');
    const handset = visit.page.frameLocator('iframe');
    const layer = handset.locator('ydrz-auth-layer [part~="layer"]');
    await layer.waitFor();
    for (const [option] of rowsOf(layerTable)) {
      assert.equal(await visit.page.locator(`#option-${option.replaceAll('.', '-')}`).count(), 1, option);
    }
    await visit.page.locator('#option-layerStyle-borderRadius').fill('31');
    await visit.page.getByRole('radio', { name: 'CSS' }).check();
    await textIn(visit.page, '#code pre', /--ydrz-layer-border-radius: 31px;/);
    assert.equal(await layer.evaluate((part) => getComputedStyle(part).borderTopLeftRadius), '31px');
    assert.match(visit.page.url(), /layerStyle\.borderRadius=31px/);
    await finish(visit);
  });
});

describe('the page of servers', () => {
  it('shows the files that are tested, one language at a time, by pointer and by keyboard', async () => {
    const visit = await demo.visit('/servers.html?in=go');
    const { page } = visit;
    await page.getByRole('tab', { name: 'Go', selected: true }).waitFor();
    for (const [name, file] of [
      ['Java', 'java/Server.java'],
      ['PHP', 'php/server.php'],
      ['Python', 'python/server.py'],
      ['Node', 'node/server.mjs'],
      ['Go', 'go/server.go'],
    ] as const) {
      await page.getByRole('tab', { name }).tap();
      const source = await readFile(join(import.meta.dirname, '../../demo/servers', file), 'utf8');
      const panel = page.getByRole('tabpanel');
      assert.equal(await panel.count(), 1);
      assert.equal(await panel.locator('figure pre').first().textContent(), source);
    }
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'PHP', selected: true }).waitFor();
    assert.match(page.url(), /in=php/);
    await finish(visit);
  });
});

describe('the page of end-to-end tests', () => {
  it('shows the files that are run beside the packed package, and the page that they test', async () => {
    const visit = await demo.visit('/testing.html');
    const { page } = visit;
    for (const [name, file] of [
      ['Puppeteer', 'puppeteer.test.mjs'],
      ['WebdriverIO', 'webdriverio.test.mjs'],
      ['被测的页面', 'shop.mjs'],
      ['Playwright', 'playwright.spec.mjs'],
    ] as const) {
      await page.getByRole('tab', { name }).tap();
      const source = await readFile(join(import.meta.dirname, '../../demo/testing', file), 'utf8');
      const panel = page.getByRole('tabpanel');
      assert.equal(await panel.locator('figure pre').textContent(), source);
      await panel.getByText(`demo/testing/${file}`, { exact: true }).waitFor();
    }
    assert.match(page.url(), /in=playwright/);
    await page.getByRole('link', { name: '组件接口' }).last().tap();
    await page.waitForURL(/elements\.html#ydrz-elements-testing$/);
    await page.locator('#ydrz-elements-testing').waitFor();
    await finish(visit);
  });
});

describe('the flow inspector', () => {
  it('shows figures of its own: success by carrier, and the most frequent codes', async () => {
    const visit = await demo.visit('/flow.html');
    const { page } = visit;
    const statuses = await page.evaluate(`Promise.all(
      [
        { code: '103000', phase: 'token', operator: 'CU' },
        { code: '104012', phase: 'token', operator: 'CU' },
        { code: '501', phase: 'authorization', operator: 'CU', phone: '13800138000' },
        { code: '13800138000', phase: 'token', operator: 'CU' },
      ].map(async (report) => {
        const body = JSON.stringify(report);
        const headers = { 'content-type': 'application/json' };
        return (await fetch('/api/ydrz/report', { method: 'POST', headers, body })).status;
      }),
    )`);
    assert.deepEqual(statuses, [204, 204, 204, 400]);
    await page.reload();
    await page.locator('#figures-carriers tr', { hasText: '中国联通' }).filter({ hasText: '33 %' }).waitFor();
    await page.locator('#figures-codes tr', { hasText: '104012' }).waitFor();
    await page.locator('#figures-codes tr', { hasText: '501' }).waitFor();
    assert.ok(!(await page.locator('#figures').textContent())?.includes('13800138000'));
    visit.complaints.splice(
      0,
      visit.complaints.length,
      ...visit.complaints.filter((text) => !text.includes('400')),
    );
    await finish(visit);
  });

  it('draws every hop of a China Telecom login', async () => {
    const visit = await demo.visit('/flow.html?sim=ct');
    const handset = visit.page.frameLocator('iframe');
    await pressLogin(handset);
    await authorize(handset, 'ct');
    await textIn(visit.page, '#said', /18900189000/);
    const steps = await visit.page.locator('#steps li .url').allTextContents();
    const paths = steps.map((url) =>
      url.replace(/^.*\/sim\/ct/, '').replace(/phonescrip\/.*$/, 'phonescrip'),
    );
    const expected = [
      'api/ydrz/credentials',
      '/h5/httpsPreGetmobile',
      '/h5/onekeylogin/getNewTelecomPhonescrip',
      '/gateway/ct/phonescrip',
      '/h5/onekeylogin/CTCallback',
      '/h5/onekeylogin/authGetToken',
    ];
    assert.deepEqual(
      paths.filter((path) => !path.endsWith('getPageOption')),
      expected,
    );
    assert.equal(
      await visit.page.locator('.sequence .step').count(),
      await visit.page.locator('#steps li').count(),
    );
    await finish(visit);
  });
});

describe('the references', () => {
  it('finds a code at every step that it is known from', async () => {
    const visit = await demo.visit('/codes.html');
    await visit.page.getByRole('searchbox').fill('503');
    const shown = visit.page.locator('#codes li');
    const known = RETURN_CODES.filter(({ code }) => code === '503').length;
    await textIn(visit.page, '#count', new RegExp(`^${String(known)} `));
    assert.equal(await shown.count(), known);
    await visit.page.getByRole('radio', { name: '电信取号' }).check();
    await textIn(visit.page, '#count', /^1 /);
    assert.match((await shown.textContent()) ?? '', /参数缺失/);
    await finish(visit);
  });

  it('lists every option of both screens', async () => {
    const visit = await demo.visit('/options.html');
    await visit.page.locator('#page table').first().waitFor();
    for (const [id, table] of Object.entries({ layer: layerTable, page: pageTable })) {
      assert.equal(await visit.page.locator(`#${id} tbody tr`).count(), rowsOf(table).length);
    }
    await finish(visit);
  });

  it('shows every element of the manifest with all of its events', async () => {
    const visit = await demo.visit('/elements.html');
    const elements = await manifestElements(visit.page);
    assert.ok(elements.some(({ tagName }) => tagName === 'ydrz-login'));
    for (const { tagName, events } of elements) {
      const section = visit.page.locator(`#${tagName}`);
      await section.waitFor();
      for (const name of events) {
        assert.ok((await section.getByRole('cell', { name, exact: true }).count()) > 0, `${tagName} ${name}`);
      }
    }
    await finish(visit);
  });
});

describe('every page', () => {
  const looks = [
    { name: 'on a phone', options: {}, query: '' },
    {
      name: 'on a wide screen, in the dark, in English',
      options: { viewport: { width: 1280, height: 900 }, isMobile: false, colorScheme: 'dark' as const },
      query: '?lang=en',
    },
  ];
  for (const path of pagePaths().filter((one) => one !== '/index.html')) {
    for (const { name, options, query } of looks) {
      it(`${path} is accessible and quiet ${name}`, async () => {
        const visit = await demo.visit(path + query, options);
        await untilTrue(visit.page, IS_DRAWN);
        assert.deepEqual(await demo.audit(visit.page), []);
        const overflow = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${String(overflow)} px stick out`);
        await finish(visit);
      });
    }
  }
});
