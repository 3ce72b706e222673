import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isFields, type Fields } from '../services/fields.js';
import { authorize, LegacyBrowser, OFFICIAL, pageOf, type Visit } from './legacy-browser.js';

// A wrapper that a vendor wrote for the official script: it loads it by its address, and knows nothing of this package.

let browser: LegacyBrowser;
let files: Record<string, string>;
before(async () => {
  browser = await LegacyBrowser.start();
  files = { '/wrapper.js': await pageOf('wrapper.js'), '/slow.js': '' };
});
after(() => browser.stop());

type Told = readonly [name: string, result: Fields];

const isTold = (value: unknown): value is Told => Array.isArray(value) && isFields(value[1]);

/** What the wrapper was told, once it was told that much. */
const told = async ({ page }: Visit, count: number): Promise<Told[]> => {
  await page.waitForFunction(`window.told.length >= ${count}`);
  const list: unknown = await page.evaluate('window.told');
  return Array.isArray(list) ? list.filter(isTold) : [];
};

describe('a third-party wrapper of the official script', () => {
  test('in the head, before there is a body, with a number for an appId and fields that nobody knows', async () => {
    const visit = await browser.open(await pageOf('wrapper.html'), { files });
    assert.ok(visit.asked.includes(OFFICIAL));
    await authorize(visit.page);
    const [[name, result] = ['', {}], ...rest] = await told(visit, 1);
    assert.equal(name, 'success');
    assert.match(String(result['token']), /^STsid/);
    assert.deepEqual(rest, []);
    assert.deepEqual(visit.complaints, ['The wrapper’s own mistake']);
    // One login, though getTokenInfo was called twice.
    assert.equal(visit.asked.filter((url) => url.endsWith('/h5/httpsPreGetmobile')).length, 1);
  });

  test('with odd options, in a popup, and again after it was closed', async () => {
    const visit = await browser.open(
      `<script src="/wrapper.js"></script><script>
        window.told = [];
        function login() {
          NumberAuth.login({ appId: '300012345678', isModal: true, page: 'none' }, function (name, res) {
            window.told.push([name, res]);
          });
        }
        NumberAuth.load(login);
      </script>`,
      { files, sim: 'cu' },
    );
    const { page } = visit;
    await page.locator('ydrz-auth-layer dialog[open]').waitFor();
    assert.deepEqual(await page.locator('[part=agreement-link]').allInnerTexts(), [
      '《中国联通认证服务协议》',
      '《用户协议》',
    ]);
    await page.locator('[part=close]').click();
    const [[, closed] = ['', {}]] = await told(visit, 1);
    assert.equal(closed['code'], '501');
    await page.evaluate('login()');
    await authorize(page, '0018');
    const [, [name, result] = ['', {}]] = await told(visit, 2);
    assert.equal(name, 'success');
    assert.deepEqual(Object.keys(result), ['code', 'message', 'token', 'userInformation', 'msgId']);
  });

  test('that calls in every wrong way: nothing is thrown, and a right call works afterwards', async () => {
    const visit = await browser.open(
      `<script src="/wrapper.js"></script><script>
        window.told = [];
        NumberAuth.load(function () {
          var Y = window.YDRZAuthLogin;
          var odd = [undefined, null, 0, '', 'text', [], {}, function () {}, Symbol('s'), NaN];
          odd.forEach(function (one) {
            Y.getConnection(one);
            Y.CustomControlsInit(one, one);
            Y.authPageInit(one);
            Y.authGetTokenByLayer(one, one);
            Y.getTokenInfo(one);
            Y.getTokenInfo({ data: one, success: one, error: one, layerCallback: one });
            Y.authGetToken(one);
            Y.authGetToken({ data: one, success: one, error: one });
            Y.endGetToken(one);
          });
          NumberAuth.login({ appId: '300012345678' }, function (name, res) {
            window.told.push([name, res]);
          });
        });
      </script>`,
      { files },
    );
    await authorize(visit.page);
    const [[name] = ['']] = await told(visit, 1);
    assert.equal(name, 'success');
    assert.deepEqual(visit.complaints, ['The wrapper’s own mistake']);
  });
});
