import type { Browser, Page } from 'playwright-core';
import { EN } from '../../src/locale/en.js';
import { ZH_CN } from '../../src/locale/zh-cn.js';
import type { Shot } from './shots.js';

/** A picture on an overview, with the words under it. */
export interface Tile {
  label: string;
  png: Buffer;
}

/** A page with a little of an application on it, for the screens to lie over. */
const pageOf = ({ language }: Shot) => `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
  <style>
    html { color-scheme: light dark; font-family: system-ui, 'Noto Sans CJK SC', sans-serif; }
    body { margin: 0; padding: 24px 0; }
    h1, p { margin: 0 24px 16px; }
  </style>
  <script type="module" src="/ydrz/ydrz-elements.js"></script>
  <h1>青梨</h1>
  <p>清早采摘，中午上桌。</p>
</html>`;

/** The picture of one screen. */
export async function takeScreen(page: Page, origin: string, shot: Shot): Promise<Buffer> {
  await page.route('**/picture.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: pageOf(shot) }),
  );
  await page.goto(`${origin}/picture.html`);
  const { tag, settings, css = {} } = shot;
  await page.evaluate(
    async ({ tag, settings, css }) => {
      await customElements.whenDefined(tag);
      const view = document.createElement(tag);
      Object.assign(view, settings);
      for (const [name, value] of Object.entries(css)) view.style.setProperty(name, value);
      document.body.append(view);
      if ('show' in view && typeof view.show === 'function') await view.show();
    },
    { tag, settings, css },
  );
  await page.locator(`${tag} .screen`).waitFor();
  if (shot.typed) await page.keyboard.type(shot.typed);
  // Texts of another language than the first arrive by themselves, all at once.
  const { close, back } = shot.language === 'en' ? EN : ZH_CN;
  await page.getByRole('button', { name: new RegExp(`^(?:${close}|${back})$`) }).waitFor();
  return page.screenshot();
}

/** A whole login on the demo's page: its button, the screen with digits, the welcome. */
export async function takeLogin(page: Page, origin: string, language: string): Promise<Buffer[]> {
  await page.goto(`${origin}/?sim=cm&lang=${language}`);
  const button = page.locator('ydrz-login [part=button]');
  await button.waitFor();
  const start = await page.screenshot();
  await button.tap();
  await page.getByRole('textbox').fill('001');
  const digits = await page.screenshot();
  await page.getByRole('textbox').fill('0013');
  await page.getByRole('checkbox').tap();
  await page.locator('#phone', { hasText: '8000' }).waitFor();
  return [start, digits, await page.screenshot()];
}

/** Pictures side by side, each `height` pixels high, with their labels; answers a WebP. */
export async function drawSheet(browser: Browser, tiles: readonly Tile[], height: number): Promise<Buffer> {
  const page = await browser.newPage();
  await page.setContent(`<style>
    body { display: inline-grid; grid-template-columns: repeat(5, auto); gap: 12px; margin: 0; padding: 12px; }
    body { background: #dfe3e8; font: 11px sans-serif; }
    img { display: block; height: ${height}px; }
  </style>${tiles
    .map(
      ({ label, png }) => `<div><img src="data:image/png;base64,${png.toString('base64')}" />${label}</div>`,
    )
    .join('')}`);
  const box = await page.locator('body').boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', {
    ...{ format: 'webp', quality: 85, captureBeyondViewport: true },
    ...(box && { clip: { ...box, scale: 1 } }),
  });
  await page.close();
  return Buffer.from(data, 'base64');
}
