import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { APP_ID } from '../services/test-client.js';
import { APPS, VENDOR, buildWithVite, checkTypes, renderOnServer } from './apps.js';
import { whileOpen } from '../services/while-open.js';
import { logIn, Phone } from './phone.js';
import { startSite, type Site } from './site.js';

/** What the page's only form would send now. */
const formFields = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const [form] = document.forms;
    return form ? [...new FormData(form).keys()] : [];
  });

describe('pages without a framework', () => {
  let site: Site;
  let phone: Phone;

  before(async () => {
    [site, phone] = await Promise.all([startSite(), Phone.start()]);
  });
  after(async () => {
    await Promise.all([site.close(), phone.close()]);
  });

  test('a form in a CMS page: one script tag, and no line of the page’s own JavaScript', async () => {
    const source = await readFile(join(APPS, 'cms/index.html'), 'utf8');
    assert.equal(source.match(/<script/g)?.length, 1);
    const context = await phone.open(site);
    const page = await context.newPage();
    await page.goto(`${site.url}/cms/`);
    await logIn(page);
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/welcome');
    assert.deepEqual(site.phones, ['13800138000']);
    await context.close();
  });

  test('the form is empty and asks for a login again after the browser’s Back: a token works once', async () => {
    const context = await phone.open(site);
    const page = await context.newPage();
    await page.goto(`${site.url}/cms/`);
    await logIn(page);
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await page.goBack();
    await page.locator('ydrz-login[state=idle]').waitFor();
    assert.deepEqual(await formFields(page), []);
    assert.equal(await page.evaluate(() => document.forms[0]?.checkValidity()), false);
    await logIn(page);
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
    await context.close();
  });

  for (const [file, attributes] of [
    ['dist/ydrz.min.js', 'src="/ydrz.min.js"'],
    ['dist/browser/login.js', 'type="module" src="/assets/login.js"'],
  ] as const) {
    test(`${file} is taken by a browser with the hash that is published for it`, async () => {
      const integrity = await readFile(join(VENDOR, 'ydrz-elements/dist/integrity.json'), 'utf8');
      const hash = new RegExp(`"${file}": "([^"]+)"`).exec(integrity)?.[1] ?? '';
      const path = `/integrity/${file}`;
      site.serve(
        path,
        `<!doctype html><script ${attributes} integrity="${hash}" async></script><ydrz-login></ydrz-login>`,
      );
      const context = await phone.open(site);
      const page = await context.newPage();
      await page.goto(`${site.url}${path}`);
      await page.locator('ydrz-login').getByRole('button').waitFor();
      await context.close();
    });
  }

  test('a server-rendered page stands still while the element comes to life, and a person logs in', async () => {
    await checkTypes(['tsc', '-p', 'react-server']);
    await buildWithVite('react-server');
    const [body, css] = await Promise.all([
      renderOnServer('react-server', 'server.tsx'),
      readFile(join(APPS, 'react-server/before.css'), 'utf8'),
    ]);
    assert.match(body, /<ydrz-login app-id="300012345678"/);
    const context = await phone.open(site);
    const page = await context.newPage();
    await page.goto(`${site.url}/react-server/`);
    const script = await page.locator('script[type=module]').getAttribute('src');
    site.serve(
      '/server-rendered/',
      `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><style>${css}</style>
       <p>Before</p><div id="app">${body}</div><p id="after">After</p><script type="module" src="${script ?? ''}"></script>`,
    );
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const heldUp = whileOpen(async (route) => {
      await released;
      await route.continue();
    });
    await context.route(`**${script ?? ''}`, heldUp);
    await page.goto(`${site.url}/server-rendered/`, { waitUntil: 'commit' });
    const after = page.locator('#after');
    await after.waitFor();
    const early = await after.boundingBox();
    assert.equal(await page.getByText('Use an SMS code instead').isVisible(), false);
    release();
    await page.locator('ydrz-login').getByRole('button').waitFor();
    assert.deepEqual(await after.boundingBox(), early);
    await logIn(page);
    await page.getByText('Welcome, 13800138000').waitFor();
    await context.close();
  });

  test('petite-vue makes text of bound options, and the page is told once what to do', async () => {
    site.serve(
      '/object-as-text/',
      `<!doctype html>
      <div v-scope="{ options: { maskStyle: { ifShowMask: 'true' } } }">
        <ydrz-login app-id="${APP_ID}" credentials-url="/api/ydrz/credentials" auth-page-type="2"
          :layer-options="options"></ydrz-login>
      </div>
      <script type="module">
        import { createApp } from '/vendor/petite-vue/dist/petite-vue.es.js';
        createApp().mount();
      </script>
      <script src="/ydrz.min.js" defer></script>`,
    );
    const context = await phone.open(site);
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', ({ message }) => said.push(message));
    await page.goto(`${site.url}/object-as-text/`);
    await page.locator('ydrz-login[layer-options="[object Object]"]').getByRole('button').tap();
    await page.getByRole('textbox').waitFor();
    const warnings = said.filter((text) => text.includes('ydrz-elements'));
    assert.equal(warnings.length, 1, said.join('\n'));
    assert.match(warnings[0] ?? '', /\.prop.*JSON\.stringify/);
    await context.close();
  });

  test('jQuery’s $.post is refused the credentials, with the setting that sends JSON', async () => {
    site.serve('/post/', '<!doctype html><script src="/vendor/jquery/dist/jquery.js"></script>');
    const context = await phone.open(site);
    const page = await context.newPage();
    await page.goto(`${site.url}/post/`);
    const asked = page.waitForResponse(/\/credentials$/);
    await page.evaluate(`void $.post('/api/ydrz/credentials', { appId: '${APP_ID}' })`);
    const answer = await asked;
    assert.equal(answer.status(), 415);
    assert.match(await answer.text(), /\$\.ajax.*contentType: 'application\/json'.*JSON\.stringify/);
    await context.close();
  });
});
