import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { MISSING } from './missing.js';
import { OldBrowser, type Visit } from './old-browser.js';

let browser: OldBrowser;
before(async () => {
  browser = await OldBrowser.start();
});
after(() => browser.stop());

/** What Chrome 84 or Safari 15.0 leaves out of our style sheets; a name that nobody knows does the same. */
const YOUNG_STYLES = [
  /(?<=:)focus-visible/g,
  /(?<=100)dvh/g,
  /(?<=[;{\s])(?:translate|overscroll-behavior|text-underline-offset|text-decoration-thickness|color-scheme)(?=:)/g,
  /(?<=overflow-wrap:\s*)anywhere/g,
];

const BUILDS = ['module', 'classic'] as const;

/** The parts without which nobody can log in are all in sight, whatever the style sheets lost. */
const assertInSight = async (page: Page): Promise<void> => {
  for (const part of ['phone', 'agreement']) {
    const box = await page.locator(`[part~="${part}"]`).first().boundingBox();
    assert.ok(box, `${part} is not shown`);
    const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= 390 && box.y + box.height <= 844;
    assert.ok(inside, `${part} is at ${JSON.stringify(box)}`);
  }
};

const openScreen = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '一键登录' }).tap();
  await page.getByRole('textbox').waitFor();
};

const logIn = async ({ page, complaints }: Visit): Promise<void> => {
  await openScreen(page);
  await assertInSight(page);
  await page.getByRole('textbox').fill('0013');
  await page.getByRole('checkbox').tap();
  await page.locator('#result:not(:empty)').waitFor();
  const said = await page.locator('#result').textContent();
  assert.deepEqual([said, complaints], ['{"phone":"13800138000"}', []]);
  assert.equal(await page.getByRole('textbox').count(), 0, 'the screen is gone');
};

for (const build of BUILDS) {
  describe(`${build}: the login completes`, () => {
    test('with everything there', async () => {
      const visit = await browser.visit(build, {});
      await logIn(visit);
      await visit.page.context().close();
    });

    for (const [name, { without, isGone }] of Object.entries(MISSING)) {
      test(`without ${name}`, async () => {
        const visit = await browser.visit(build, { without });
        assert.equal(await visit.page.evaluate(isGone), true, 'it is really away');
        await logIn(visit);
        await visit.page.context().close();
      });
    }

    test('with style sheets as the oldest of them read them', async () => {
      const reread = (script: string) =>
        YOUNG_STYLES.reduce((text, young) => text.replace(young, 'x-$&'), script);
      const visit = await browser.visit(build, { reread });
      await logIn(visit);
      await visit.page.context().close();
    });

    test('without any of them', async () => {
      const without = Object.values(MISSING)
        .map((one) => `try { ${one.without} } catch {}`)
        .join('\n');
      const visit = await browser.visit(build, { without });
      await logIn(visit);
      await visit.page.context().close();
    });
  });
}
