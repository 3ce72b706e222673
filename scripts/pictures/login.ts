import type { Browser } from 'playwright-core';
import type { Tile } from './sheet.js';

const VARIANTS = (['zh-CN', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ language, colorScheme })),
);

/** A whole login on the demo's page, on a phone: its button, the screen with digits, the welcome. */
export async function* takeLogins(browser: Browser, origin: string): AsyncGenerator<Tile> {
  for (const { language, colorScheme } of VARIANTS) {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
      reducedMotion: 'reduce',
      colorScheme,
    });
    try {
      const page = await context.newPage();
      const picture = async (moment: string): Promise<Tile> => ({
        label: `login-${language}-${colorScheme}-${moment}`,
        png: await page.screenshot(),
      });
      await page.goto(`${origin}/?sim=cm&lang=${language}`);
      const button = page.locator('ydrz-login [part=button]');
      await button.waitFor();
      yield await picture('1-start');
      await button.tap();
      await page.getByRole('textbox').fill('001');
      yield await picture('2-digits');
      await page.getByRole('textbox').fill('0013');
      await page.getByRole('checkbox').tap();
      await page.locator('#phone', { hasText: '8000' }).waitFor();
      yield await picture('3-welcome');
    } finally {
      await context.close();
    }
  }
}
