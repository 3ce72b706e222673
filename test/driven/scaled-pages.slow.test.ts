import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { DEMO_APP_ID } from '../../demo/registered.js';
import { DemoBrowser } from '../demo/demo-browser.js';
import { watchDriven } from './driven-page.js';

/** How a page is laid out larger or smaller than it is shown. `button`: its height on the device, in px. */
interface Scale {
  viewport?: string;
  rules?: string;
  button: number;
}

const BROAD = 'body::after{content:"";display:block;width:900px;height:20px}';
const FLEXIBLE = (dpr: number): Scale => {
  const scale = String(1 / dpr);
  return {
    viewport: `initial-scale=${scale}, maximum-scale=${scale}, minimum-scale=${scale}, user-scalable=no`,
    rules: `html{font-size:${String(39 * dpr)}px}`,
    button: 48,
  };
};

const SCALES: Readonly<Record<string, Scale>> = {
  'a plain page': { button: 48 },
  'a scale of 1/2': FLEXIBLE(2),
  'a scale of 1/3': FLEXIBLE(3),
  'a scale of 1/3.5, and a font of the page’s own': {
    ...FLEXIBLE(3.5),
    rules: 'ydrz-login{font-size:56px}',
    button: 48,
  },
  'a layout of 750 px': { viewport: 'width=750, user-scalable=no', button: 48 },
  'a layout of 1242 px, broad': { viewport: 'width=1242', rules: BROAD, button: 48 },
  'a layout of 320 px, shown larger': { viewport: 'width=320', button: 58.5 },
  'rem by the width of the window': { rules: 'html{font-size:calc(100vw / 3.75)}', button: 48 },
  'no size of letters at all': { rules: 'html,body,main{font-size:0;line-height:0}', button: 48 },
  'a container that others measure by': { rules: 'main{container-type:inline-size}', button: 48 },
  'content broader than the window': { rules: BROAD, button: 48 },
  'a body zoomed out': { rules: 'body{zoom:.5}', button: 24 },
  'a body zoomed in': { rules: 'body{zoom:2}', button: 96 },
  'a root zoomed out': { rules: 'html{zoom:.5}', button: 24 },
  'a root zoomed in': { rules: 'html{zoom:2}', button: 96 },
  'zooms in zooms': { rules: 'html{zoom:.5}body{zoom:3}', button: 72 },
  'a body scaled by a transform': { rules: 'body{transform:scale(.5);transform-origin:0 0}', button: 24 },
};

/** The device's px. */
const DEVICE = { width: 390, height: 844 };

/** Where an element is on the device. */
const placeOf = (locator: Locator) =>
  locator.evaluate((element) => {
    const { scale, offsetLeft, offsetTop } = visualViewport ?? { scale: 1, offsetLeft: 0, offsetTop: 0 };
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      left: (left - offsetLeft) * scale,
      top: (top - offsetTop) * scale,
      width: width * scale,
      height: height * scale,
    };
  });

/** Whether a press on the middle of an element arrives there. */
const isOnTop = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const root = element.getRootNode();
    const hit = root instanceof ShadowRoot ? root.elementFromPoint(left + width / 2, top + height / 2) : null;
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });

const pannedBy = (page: Page) => page.evaluate(() => visualViewport?.offsetLeft);

let demo: DemoBrowser;
before(async () => {
  demo = await DemoBrowser.start();
});
after(() => demo.stop());

describe('on a page that is shown smaller or larger than it is laid out', () => {
  for (const [name, { viewport, rules, button: tall }] of Object.entries(SCALES)) {
    for (const type of ['0', '1']) {
      it(`${name}: the button and the screen of authPageType ${type} have a size for eyes and fingers`, async () => {
        const query = new URLSearchParams({
          'app-id': DEMO_APP_ID,
          'credentials-url': '/api/ydrz/credentials',
          gateway: `${demo.sandbox}/sim/cm`,
          'auth-page-type': type,
        });
        const { page, complaints } = await demo.visit(`/minimal.html?${query.toString()}`, {
          viewport: DEVICE,
          deviceScaleFactor: 3,
        });
        const button = page.getByRole('button', { name: '一键登录' });
        await button.waitFor();
        await page.addStyleTag({ content: rules ?? '*{}' });
        if (viewport) {
          await page.locator('meta[name=viewport]').evaluate((meta, content) => {
            meta.setAttribute('content', content);
          }, viewport);
        }
        await page.evaluate(() => new Promise(requestAnimationFrame));
        await page.evaluate(() => new Promise(requestAnimationFrame));
        const size = await placeOf(button);
        assert.ok(Math.abs(size.height - tall) <= 1, `the button is ${String(size.height)} px high`);

        // By keys: the driver's own taps are led astray where the user could pan.
        await button.focus();
        const before = await pannedBy(page);
        const changes = await watchDriven(page);
        await button.press('Enter');
        const screen = page.locator('.screen');
        await screen.waitFor();
        await screen.evaluate((element) =>
          Promise.all(element.getAnimations().map((animation) => animation.finished)),
        );
        for (const part of ['.field', '[part=checkbox]', '[part=agreement-link]', '.close, .back']) {
          const place = await placeOf(page.locator(part).first());
          assert.ok(
            place.left >= 0 &&
              place.top >= 0 &&
              place.left + place.width <= DEVICE.width &&
              place.top + place.height <= DEVICE.height,
            `${part} is on the device: ${JSON.stringify(place)}`,
          );
          assert.ok(await isOnTop(page.locator(part).first()), `${part} takes the press`);
        }
        const link = await placeOf(page.locator('[part=agreement-link]').first());
        assert.ok(link.height >= 12, `the agreement is ${String(link.height)} px high`);
        const ground = await placeOf(page.locator(type === '1' ? '.mask' : '.screen'));
        assert.ok(
          ground.left <= 0 && ground.top <= 0 && ground.left + ground.width >= DEVICE.width - 1,
          `the page is covered: ${JSON.stringify(ground)}`,
        );
        assert.ok(ground.top + ground.height >= DEVICE.height - 1, JSON.stringify(ground));

        await page.locator('[part=checkbox]').press('Space');
        await page.locator('.field').fill('0013');
        await page.locator('#result', { hasText: '13800138000' }).waitFor();
        assert.equal(await pannedBy(page), before);
        assert.deepEqual(await changes(), []);
        assert.deepEqual(complaints, []);
        await page.context().close();
      });
    }
  }
});
