import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { pagePaths } from '../../demo/backend/page-paths.js';
import { IS_DRAWN, untilTrue } from '../site/drawn.js';
import { DemoBrowser } from './demo-browser.js';

/** Those of the site: `minimal.html` speaks the language of its one element. */
const PAGES = pagePaths().filter((path) => !['/index.html', '/minimal.html'].includes(path));

/** Four English words in a row are a sentence, or were on their way to one; names of products and standards are shorter. */
const ENGLISH = /[A-Za-z][a-z'’-]*(?:,? +[A-Za-z][a-z'’-]*){3,}/;
const CHINESE = /[\p{Script=Han}]/u;

const FOREIGN = { 'zh-CN': ENGLISH, en: CHINESE };
type Language = keyof typeof FOREIGN;

/**
 * What a page says in the language of the site: texts that are seen, names for screen readers, and its title. Code is in no
 * language, and what is marked with a `lang` of its own, such as the service's texts, is in that.
 */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { lang } = document.documentElement;
    const texts = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('code, pre, kbd, samp, script, style, template, iframe, svg style')) continue;
      if (element.closest('[lang]')?.getAttribute('lang') !== lang || !element.checkVisibility()) continue;
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
      }
      for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
        texts.push(element.getAttribute(name) ?? '');
      }
    }
    return texts;
  });

describe('the site says everything in the language that was chosen', () => {
  let browser: DemoBrowser;
  before(async () => {
    browser = await DemoBrowser.start();
  });
  after(() => browser.stop());

  for (const language of ['zh-CN', 'en'] as const satisfies readonly Language[]) {
    for (const path of PAGES) {
      test(`${path} in ${language}`, async () => {
        const { page } = await browser.visit(`${path}?lang=${language}`);
        await untilTrue(page, IS_DRAWN);
        const texts = await said(page);
        await page.context().close();
        assert.ok(texts.join('').trim().length > 10, 'the page says something');
        assert.deepEqual([...new Set(texts.filter((text) => FOREIGN[language].test(text)))], []);
      });
    }
  }

  for (const [locale, language] of [
    ['zh-TW', 'zh-CN'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
  ] as const) {
    test(`a browser in ${locale} sees it in ${language}`, async () => {
      const { page } = await browser.visit('/options.html', { locale });
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await page.context().close();
    });
  }
});
