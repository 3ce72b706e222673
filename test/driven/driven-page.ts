import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Page } from 'playwright-core';

const [{ text: WATCH } = { text: '' }] = buildSync({
  entryPoints: [join(import.meta.dirname, '../pages/page-watch.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'watching',
}).outputFiles;

const isTexts = (value: unknown): value is string[] => Array.isArray(value);

/**
 * Looks at a page from outside it: nothing is done there yet, and what logs in has the focus. The function that it answers tells,
 * when all is over, what is not as it was: nothing, where the page is alive.
 */
export const watchDriven = async (page: Page): Promise<() => Promise<string[]>> => {
  // Before the listeners are counted: from its first look at elements on, the driver has some of its own.
  await page.locator('html').evaluateAll(() => undefined);
  await page.evaluate(
    `${WATCH};Object.assign(globalThis, { watching, watch: new watching.PageWatch(false) })`,
  );
  return async () => {
    // The age of a token is watched as long as the element has it.
    await page.evaluate("document.querySelector('ydrz-login').reset()");
    const changes: unknown = await page.evaluate('watch.changes(watching.isOnTop)');
    if (!isTexts(changes)) throw new TypeError('No list of changes');
    return changes;
  };
};
