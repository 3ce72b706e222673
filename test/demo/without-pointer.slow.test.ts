import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DEMO_APP_ID } from '../../demo/registered.js';
import {} from '../../demo/start-demo.js';
import { DemoBrowser, type Visit } from './demo-browser.js';

let demo: DemoBrowser;
before(async () => {
  demo = await DemoBrowser.start();
});
after(() => demo.stop());

const open = (type: string, sim: string, more: Record<string, string> = {}): Promise<Visit> => {
  const query = new URLSearchParams({
    'app-id': DEMO_APP_ID,
    'credentials-url': '/api/ydrz/credentials',
    gateway: `${demo.sandbox}/sim/${sim}`,
    'auth-page-type': type,
    ...more,
  });
  return demo.visit(`/minimal.html?${query.toString()}`);
};

const finish = async ({ page, complaints }: Visit, number: string): Promise<void> => {
  const result = page.locator('#result', { hasText: 'phone' });
  await result.waitFor();
  assert.deepEqual(JSON.parse((await result.textContent()) ?? ''), { phone: number });
  assert.deepEqual(complaints, []);
  await page.context().close();
};

/** The presentations, by authPageType. */
const TYPES = [
  ['0', 'standard page'],
  ['1', 'standard popup'],
  ['2', 'custom popup'],
  ['3', 'custom page'],
] as const;

describe('with the keyboard alone', () => {
  for (const [type, name] of TYPES) {
    it(`the ${name} is filled in, agreed to and submitted`, async () => {
      const visit = await open(type, 'cm');
      const { keyboard } = visit.page;
      await visit.page.getByRole('button', { name: '一键登录' }).waitFor();
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await visit.page.getByRole('textbox').and(visit.page.locator(':focus')).waitFor();
      await keyboard.type('0013');
      await keyboard.press('Tab');
      await visit.page.getByRole('checkbox').and(visit.page.locator(':focus')).waitFor();
      await keyboard.press('Space');
      await finish(visit, '13800138000');
    });

    it(`the ${name} without digits is agreed to and submitted`, async () => {
      const visit = await open(type, 'cm-level1');
      const { keyboard } = visit.page;
      await visit.page.getByRole('button', { name: '一键登录' }).waitFor();
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await visit.page.getByRole('checkbox').and(visit.page.locator(':focus')).waitFor();
      await keyboard.press('Space');
      const submit = visit.page
        .getByRole('button', { name: '确认授权登录' })
        .and(visit.page.locator(':focus'));
      for (let presses = 0; presses < 8 && (await submit.count()) === 0; presses++)
        await keyboard.press('Tab');
      await submit.waitFor();
      await keyboard.press('Enter');
      await finish(visit, '13800138001');
    });
  }
});

describe('with a screen reader’s tree alone', () => {
  it('a person is told what is asked, fills it in, and hears what happens', async () => {
    const visit = await open('1', 'cm');
    const { page } = visit;
    await page.getByRole('button', { name: '本机号码一键登录' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '本机号码登录' });
    await dialog.waitFor();
    const tree = await dialog.ariaSnapshot();
    assert.match(tree, /heading "本机号码登录"/);
    assert.match(tree, /textbox "[^"]*138\*\*\*\*8000[^"]*4 位[^"]*"/);
    assert.match(tree, /checkbox "我已阅读并同意[^"]*中国移动认证服务协议[^"]*"/);
    assert.match(tree, /link "《中国移动认证服务协议》"/);
    assert.match(tree, /button "关闭"/);
    assert.doesNotMatch(tree, /\[checked\]/);

    const digits = dialog.getByRole('textbox', { name: '本机号码' });
    await digits.pressSequentially('00');
    await dialog.getByText('第 3 位，共 4 位').waitFor({ state: 'attached' });
    await digits.pressSequentially('99');
    await dialog.getByRole('alert').filter({ hasText: '请先阅读并勾选同意协议' }).waitFor();
    await dialog.getByRole('checkbox', { name: '我已阅读并同意' }).press('Space');
    await dialog.getByRole('alert').filter({ hasText: '还可以再试 2 次' }).waitFor();
    assert.match(await dialog.ariaSnapshot(), /checkbox "[^"]*" \[checked\]/);
    await digits.pressSequentially('0013');
    await finish(visit, '13800138000');
  });

  it('says the same in English', async () => {
    const visit = await open('3', 'cu', { lang: 'en' });
    const { page } = visit;
    await page.getByRole('button', { name: 'Log in with this phone’s number' }).press('Enter');
    const dialog = page.getByRole('dialog');
    const digits = dialog.getByRole('textbox', { name: /186\*\*\*\*6000.*4/ });
    await digits.pressSequentially('0018');
    await dialog.getByRole('checkbox', { name: /agree.*中国联通认证服务协议/ }).press('Space');
    await finish(visit, '18600186000');
  });
});
