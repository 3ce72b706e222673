import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseFields, textAt, type Fields } from '../services/fields.js';
import { authorize, LegacyBrowser, pageOf, type Visit } from './legacy-browser.js';

// Pages as the guide shows them, with the official tags; only their addresses lead to the sandbox.

let browser: LegacyBrowser;
before(async () => {
  browser = await LegacyBrowser.start();
});
after(() => browser.stop());

/** The results that the page has shown, by the callback's name. */
const shown = async ({ page }: Visit, last: string): Promise<[name: string, result: Fields][]> => {
  await page.locator('#result', { hasText: new RegExp(`^${last} \\{`, 'm') }).waitFor();
  const lines = (await page.locator('#result').innerText()).trim().split('\n');
  return lines.map((line) => {
    const [, name = '', json = ''] = /^([\w ]+) (\{.*)$/.exec(line) ?? [];
    return [name, parseFields(json) ?? {}];
  });
};

const open = async (name: string, sim = 'cm'): Promise<Visit> => {
  const visit = await browser.open(await pageOf(name), { sim });
  await visit.page.locator('#start').click();
  return visit;
};

const isToken = (result: Fields = {}): void => {
  assert.deepEqual(Object.keys(result), ['code', 'message', 'token', 'userInformation', 'msgId']);
  assert.match(JSON.stringify(result), /^\{"code":"103000","message":"成功","token":"STsid/);
};

describe('the guide’s samples', () => {
  test('custom popup in the page: up, filled in, token', async () => {
    const visit = await open('custom-popup.html');
    const { page } = visit;
    await page.locator('#ydrzCustomControls > ydrz-auth-layer').waitFor();
    await authorize(page);
    await page.locator('#login').click();
    const results = await shown(visit, 'token');
    assert.deepEqual(
      results.map(([name]) => name),
      ['success', 'layerCallback', 'token'],
    );
    assert.deepEqual(Object.keys(results[0]?.[1] ?? {}), ['code', 'message', 'msgId']);
    isToken(results[2]?.[1]);
    assert.equal(await page.locator('ydrz-auth-layer').count(), 0);
    assert.deepEqual(visit.complaints, []);
  });

  test('custom popup in the page: 507, 508, and the agreements that stand there', async () => {
    const visit = await open('custom-popup.html', 'ct');
    const { page } = visit;
    await page.locator('.field').pressSequentially('00');
    await page.evaluate("document.getElementById('login').disabled = false");
    await page.locator('#login').click();
    assert.equal(textAt((await shown(visit, 'token error'))[1]?.[1], 'code'), '507');
    await page.locator('.field').pressSequentially('18');
    await page.locator('#login').click();
    await page.locator('#result', { hasText: '508' }).waitFor();
    assert.deepEqual(await page.locator('[part=agreement-link]').allInnerTexts(), [
      '《中国电信天翼账号服务条款》',
      '《用户协议》',
      '《号码认证服务协议》',
    ]);
    await page.locator('[part=close]').click();
    assert.equal(textAt((await shown(visit, 'error')).at(-1)?.[1], 'code'), '501');
  });

  for (const [sim, digits] of [
    ['cm', '0013'],
    ['ct', '0018'],
    ['cu', '0018'],
  ] as const) {
    test(`custom popup with a mask (${sim})`, async () => {
      const visit = await open('custom-popup-mask.html', sim);
      await visit.page.locator('ydrz-auth-layer dialog[open]').waitFor();
      await authorize(visit.page, digits);
      const results = await shown(visit, 'success');
      isToken(results[0]?.[1]);
      assert.equal(results.length, 1);
      assert.deepEqual(visit.complaints, []);
    });
  }

  test('custom page', async () => {
    const visit = await open('custom-page.html');
    const { page } = visit;
    await page.locator('ydrz-auth-page dialog[open]').waitFor();
    assert.equal(await page.locator('[part=title]').innerText(), '本机号码登录');
    assert.equal(await page.locator('[part=custom-control]').innerText(), '其他登录方式');
    await authorize(page);
    isToken((await shown(visit, 'success'))[0]?.[1]);
  });

  test('network type', async () => {
    const visit = await open('network-type.html');
    const [[name, connection] = ['', {}]] = await shown(visit, 'connection');
    assert.equal(name, 'connection');
    assert.deepEqual(Object.keys(connection), ['appid', 'msgid', 'netType']);
    assert.deepEqual(connection['appid'], '300012345678');
    await authorize(visit.page);
    isToken((await shown(visit, 'success')).at(-1)?.[1]);
  });

  test('ending: one error, whatever was going on', async () => {
    const visit = await open('ending.html');
    const { page } = visit;
    await page.locator('.field').pressSequentially('00');
    await page.evaluate('stop(); stop();');
    const results = await shown(visit, 'error');
    assert.equal(results.length, 1);
    const { msgId, ...rest } = results[0]?.[1] ?? {};
    assert.match(String(msgId), /^\w{32}$/);
    assert.deepEqual(rest, { code: '503', message: '获取token结束' });
    assert.equal(await page.locator('ydrz-auth-page').count(), 0);
  });
});
