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

/** `/minimal.html` that shows the service's own page, after its button was pressed. */
const open = async (sim: string): Promise<Visit> => {
  const query = new URLSearchParams({
    'app-id': DEMO_APP_ID,
    'credentials-url': '/api/ydrz/credentials',
    gateway: `${demo.sandbox}/sim/${sim}`,
    'page-source': 'hosted',
  });
  const visit = await demo.visit(`/minimal.html?${query.toString()}`);
  await visit.page.getByRole('button', { name: '一键登录' }).tap();
  return visit;
};

const resultOf = async ({ page }: Visit): Promise<Record<string, unknown>> => {
  const result = page.locator('#result', { hasText: '{' });
  await result.waitFor();
  const answer: unknown = JSON.parse((await result.textContent()) ?? '');
  return typeof answer === 'object' && answer !== null ? { ...answer } : {};
};

describe('the hosted page', () => {
  for (const [sim, number] of [
    ['cm', '13800138000'],
    ['ct', '18900189000'],
  ] as const) {
    it(`logs ${sim} in, in a frame of the service’s own, after a wrong try`, async () => {
      const visit = await open(sim);
      const hosted = visit.page.frameLocator('iframe');
      await hosted.getByRole('checkbox').tap();
      await hosted.getByRole('textbox').fill('9999');
      await hosted.getByText('还可以再试 2 次').waitFor();
      await hosted.getByRole('textbox').fill(number.slice(3, 7));
      assert.deepEqual(await resultOf(visit), { phone: number });
      assert.deepEqual(visit.complaints, []);
    });
  }

  it('can be left by its own back button', async () => {
    const visit = await open('cm');
    await visit.page.frameLocator('iframe').getByRole('button', { name: '返回' }).tap();
    assert.equal((await resultOf(visit))['code'], '501');
  });

  it('can be left by the screen’s own close button, and leaves the history as it was', async () => {
    const visit = await open('cm');
    const entries = await visit.page.evaluate(() => history.length);
    await visit.page.frameLocator('iframe').getByRole('textbox').waitFor();
    await visit.page.locator('dialog > button').tap();
    assert.equal((await resultOf(visit))['code'], '501');
    assert.equal(await visit.page.evaluate(() => history.length), entries);
  });
});
