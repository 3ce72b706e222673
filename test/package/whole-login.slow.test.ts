import assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { parseFields } from '../services/fields.js';
import { SIMS } from 'ydrz-elements/sandbox';
import { APP_ID, APP_KEY, USER_INFORMATION, privateKey } from '../services/test-client.js';
import { launchChromium } from '../services/chromium.js';
import { askBusiness, buyToken, buyWith, type Phone } from '../load/phone.js';
import { openShop, type Pages, type Shop } from './shop.js';

const head = '<!doctype html><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">';

const PAGES = (sandbox: string): Pages => ({
  module: `${head}<script type="module" src="/assets/login.js"></script>
    <form method="post" action="/api/ydrz/login">
      <ydrz-login name="token" auto-submit app-id="${APP_ID}" credentials-url="/api/ydrz/credentials" gateway="${sandbox}"></ydrz-login>
    </form>`,
  classic: `${head}<script src="/ydrz.min.js"></script>
    <form method="post" action="/api/ydrz/login">
      <ydrz-login name="token" auto-submit app-id="${APP_ID}" credentials-url="/api/ydrz/credentials" gateway="${sandbox}"></ydrz-login>
    </form>`,
  official: `${head}<script src="/ydrz.min.js" data-gateway="${sandbox}"></script>
    <button>一键登录</button><pre></pre>
    <script>
      const ask = (path, body) => fetch(path, {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
      }).then((answer) => answer.json());
      const show = (value) => (document.querySelector('pre').textContent = JSON.stringify(value));
      document.querySelector('button').onclick = async () => {
        const data = { ...(await ask('/api/ydrz/credentials', { appId: '${APP_ID}' })), openType: '1', authPageType: '1' };
        YDRZAuthLogin.getTokenInfo({
          data,
          success: ({ token, userInformation }) => ask('/api/ydrz/login', { token, userInformation }).then(show),
          error: show,
        });
      };
    </script>`,
});

/** How a business may have its key, as JavaScript that makes it of the PKCS#8 text `pem`. */
const KEYS: Readonly<Record<string, string>> = {
  'PKCS#8': 'pem',
  'PKCS#1': 'pkcs1',
  'a CryptoKey': `await crypto.subtle.importKey(
    'pkcs8', Buffer.from(pem.replace(/-----.*-----|\\s/g, ''), 'base64'),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['sign'])`,
};

const phoneWith = (operator: string): Phone => {
  const sim = SIMS.find((one) => one.operator === operator);
  assert.ok(sim);
  return { sim, userInformation: USER_INFORMATION };
};

describe('the packed package in an empty folder, with the README’s server', () => {
  let shop: Shop;
  before(async () => {
    shop = await openShop(PAGES);
  });
  after(() => shop.close());

  for (const operator of ['CM', 'CT', 'CU']) {
    test(`a whole login by ${operator} gives the number`, async () => {
      const phone = phoneWith(operator);
      const { token } = await buyToken(shop.url, shop.sandbox.url, phone);
      const answer = await askBusiness(shop.url, '/api/ydrz/login', {
        token,
        userInformation: USER_INFORMATION,
      });
      assert.deepEqual(parseFields(answer.body), { phone: phone.sim.number });
    });
  }

  for (const [form, key] of Object.entries(KEYS)) {
    test(`createCredentials and validateToken alone, with ${form}`, async () => {
      const phone = phoneWith('CM');
      const common = `appId: '${APP_ID}', appKey: '${APP_KEY}'`;
      const signed = await shop.consumer.node(`
        import { createCredentials } from 'ydrz-elements/server';
        console.log(JSON.stringify(createCredentials({ ${common} })));`);
      const token = await buyWith(parseFields(signed) ?? {}, shop.url, shop.sandbox.url, phone);
      const pkcs1 = createPrivateKey(privateKey).export({ type: 'pkcs1', format: 'pem' }).toString();
      const printed = await shop.consumer.node(`
        import { validateToken } from 'ydrz-elements/server';
        const pem = ${JSON.stringify(privateKey)};
        const pkcs1 = ${JSON.stringify(pkcs1)};
        const { phone } = await validateToken({
          ${common}, privateKey: ${key}, gateway: '${shop.sandbox.url}',
          token: '${token}', userInformation: '${USER_INFORMATION}',
        });
        console.log(phone);`);
      assert.equal(printed.trim(), phone.sim.number);
    });
  }

  for (const page of ['module', 'classic', 'official']) {
    test(`a browser logs in on the page “${page}” and shows the number`, async () => {
      const browser = await launchChromium();
      try {
        const tab = await browser.newPage();
        await tab.goto(`${shop.url}/${page}`);
        await tab.getByRole('button', { name: '一键登录' }).click();
        await tab.getByRole('textbox').fill('0013');
        await tab.getByRole('checkbox').click();
        await tab.getByText('{"phone":"13800138000"}').waitFor();
      } finally {
        await browser.close();
      }
    });
  }
});
