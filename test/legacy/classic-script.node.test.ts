import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isFields, parseFields } from '../services/fields.js';
import { authorize, FOREIGN, LegacyBrowser, type Visit } from './legacy-browser.js';

const SCRIPT = 'https://cdn.example.com/ydrz.min.js';

let browser: LegacyBrowser;
before(async () => {
  browser = await LegacyBrowser.start();
});
after(() => browser.stop());

/** A page's own code: a login, with the page's `authPageType` if it has one, whose result is the page's title. */
const LOGIN = `function login() {
  fetch('/api/sign', { method: 'POST' }).then(function (answer) { return answer.json(); }).then(function (data) {
    if (window.authPageType) data.authPageType = authPageType;
    YDRZAuthLogin.CustomControlsInit('layer', { maskStyle: { ifShowMask: true } });
    YDRZAuthLogin.getTokenInfo({
      data: data,
      success: function (res) { document.title = res.token; },
      error: function (res) { document.title = JSON.stringify(res); }
    });
  });
}`;

// By a selector: a page's function would be evaluated in it, which a policy without 'unsafe-eval' refuses.
const told = (page: Visit['page']): Promise<void> =>
  page.locator('head > title:not(:empty)').waitFor({ state: 'attached' });

const logIn = async ({ page }: Visit, digits?: string): Promise<string> => {
  await page.evaluate('login()');
  await authorize(page, digits);
  await told(page);
  return page.title();
};

describe('the classic script', () => {
  for (const how of ['', 'defer', 'async']) {
    test(`works with <script ${how}>, and registers the elements`, async () => {
      const visit = await browser.open(
        `<script>${LOGIN}</script><script ${how} src="${SCRIPT}"></script><body><p>商城</p>`,
      );
      assert.match(await logIn(visit), /^STsid/);
      for (const tag of ['ydrz-login', 'ydrz-auth-layer', 'ydrz-auth-page']) {
        assert.equal(await visit.page.evaluate(`!!customElements.get('${tag}')`), true, tag);
      }
      assert.deepEqual([visit.complaints, visit.warnings], [[], []]);
    });
  }

  // Its imports are no longer lazy, which only the built script itself can be asked about.
  for (const [sim, authPageType, digits] of [
    ['cm', '2', '0013'],
    ['ct', '3', '0018'],
    ['cu', '1', '0018'],
  ] as const) {
    test(`logs ${sim} in with authPageType ${authPageType}`, async () => {
      const visit = await browser.open(
        `<script>var authPageType = '${authPageType}'; ${LOGIN}</script><script src="${SCRIPT}"></script><body>`,
        { sim },
      );
      assert.match(await logIn(visit, digits), /^STsid/);
      assert.deepEqual([visit.complaints, visit.warnings], [[], []]);
    });
  }

  for (const how of ['', 'defer', 'async']) {
    test(`data-gateway sets the gateway (${how || 'at once'})`, async () => {
      const gateway = 'https://gateway.example.net';
      const visit = await browser.open(
        `<script>${LOGIN}</script><script ${how} data-gateway="${gateway}" src="${SCRIPT}"></script><body>`,
      );
      assert.match(await logIn(visit), /^STsid/);
      const hosts = new Set(visit.asked.map((url) => new URL(url).origin));
      assert.deepEqual([...hosts], ['https://cdn.example.com', gateway]);
    });
  }

  test('data-script-hosts allows scripts of hosts that are not known, which nothing else does', async () => {
    for (const [hosts, isAllowed] of [
      ['', false],
      ['gateway.example.net', true],
      ['other.example, *.example.net', true],
    ] as const) {
      const visit = await browser.open(
        `<img name="currentScript"><script>${LOGIN}</script>
         <script data-gateway="${FOREIGN}" data-jsonp-hosts="gateway.example.net" data-script-hosts="${hosts}" src="${SCRIPT}"></script><body>`,
        { sim: 'ct' },
      );
      await visit.page.evaluate('login()');
      if (isAllowed) await authorize(visit.page, '0018');
      await told(visit.page);
      assert.equal((await visit.page.title()).startsWith('STsid'), isAllowed, hosts);
      const scripts = visit.asked.filter((url) => url.includes('/gateway/'));
      assert.equal(scripts.length > 0, isAllowed, hosts);
    }
  });

  test('data-jsonp and data-jsonp-hosts keep the carriers’ scripts out', async () => {
    for (const [rule, code] of [
      ['data-jsonp="off"', '502'],
      ['data-jsonp-hosts="opencloud.wostore.cn"', '500'],
    ] as const) {
      const visit = await browser.open(
        `<script>${LOGIN}</script><script ${rule} src="${SCRIPT}"></script><body>`,
        { sim: 'ct' },
      );
      await visit.page.evaluate('login()');
      await told(visit.page);
      const error = parseFields(await visit.page.title());
      assert.equal(isFields(error?.['CTData']) && error['CTData']['code'], code, rule);
      assert.equal(
        visit.asked.some((url) => url.includes('/gateway/')),
        false,
        rule,
      );
    }
  });

  test('keeps another YDRZAuthLogin reachable, and says so once', async () => {
    const visit = await browser.open(
      `<script>window.YDRZAuthLogin = { mine: true };</script><script src="${SCRIPT}"></script><script>${LOGIN}</script>`,
    );
    assert.equal(await visit.page.evaluate('YDRZAuthLogin.previous.mine'), true);
    assert.equal(visit.warnings.length, 1);
    assert.match(visit.warnings[0] ?? '', /YDRZAuthLogin\.previous/);
    assert.match(await logIn(visit), /^STsid/);
  });

  test('leaves elements alone that the page has registered', async () => {
    const visit = await browser.open(
      `<script>customElements.define('ydrz-login', class Mine extends HTMLElement {});</script>
       <script src="${SCRIPT}"></script>`,
    );
    assert.equal(await visit.page.evaluate(`customElements.get('ydrz-login').name`), 'Mine');
    assert.deepEqual(visit.complaints, []);
  });

  test('works under a policy with a nonce alone and with Trusted Types', async () => {
    const policy =
      "default-src 'none'; script-src 'nonce-1'; style-src 'self'; " +
      "connect-src 'self' https://*.cmpassport.com; require-trusted-types-for 'script'; trusted-types ydrz-elements lit-html";
    const visit = await browser.open(
      `<meta http-equiv="Content-Security-Policy" content="${policy}">
       <script nonce="1">${LOGIN}</script><script nonce="1" src="${SCRIPT}"></script><body>`,
      { sim: 'ct' },
    );
    await visit.page.evaluate('login()');
    await authorize(visit.page, '0018');
    await told(visit.page);
    assert.match(await visit.page.title(), /^STsid/);
    assert.deepEqual(visit.complaints, []);
  });

  test('its global has the documented methods and nothing else', async () => {
    const visit = await browser.open(`<script src="${SCRIPT}"></script>`);
    assert.deepEqual(await visit.page.evaluate('Object.keys(YDRZAuthLogin).sort()'), [
      'CustomControlsInit',
      'authGetToken',
      'authGetTokenByLayer',
      'authPageInit',
      'endGetToken',
      'getConnection',
      'getTokenInfo',
    ]);
    const globals = await visit.page.evaluate(`(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const clean = new Set(Object.keys(frame.contentWindow));
      frame.remove();
      // Lit keeps the versions that are on a page in globals of its own.
      return Object.keys(window).filter((name) => !clean.has(name) && !/^(lit|reactiveElement)/.test(name));
    })()`);
    assert.deepEqual(globals, ['YDRZAuthLogin']);
  });
});
