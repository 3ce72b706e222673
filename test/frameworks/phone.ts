import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser, sandboxArguments } from '../../scripts/browser/find-browser.js';
import { whileOpen } from '../services/while-open.js';
import type { Site } from './site.js';

const SERVICE = /^https:\/\/(?:verify|www)\.cmpassport\.com(?=\/)/;
const MOBILE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** A browser on a phone. Whatever it asks of the live service, the simulated one answers; nothing else is reachable. */
export class Phone {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<Phone> {
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new Error('No Chrome or Chromium found');
    const args = [
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      ...sandboxArguments(executablePath),
    ];
    return new Phone(await chromium.launch({ executablePath, args }));
  }

  /** A fresh context with this SIM. */
  async open({ sandbox }: Site, sim = 'cm'): Promise<BrowserContext> {
    const context = await this.#browser.newContext(MOBILE);
    const answer = whileOpen(async (route) => {
      const request = route.request();
      const url = request.url().replace(SERVICE, `${sandbox.url}/sim/${sim}`);
      await route.fulfill({ response: await route.fetch({ url, headers: await request.allHeaders() }) });
    });
    await context.route(SERVICE, answer);
    return context;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** Log in as a person does: the button, the hidden digits, the agreement. */
export const logIn = async (page: Page, digits = '0013'): Promise<void> => {
  await page.locator('ydrz-login').getByRole('button').tap();
  await page.getByRole('textbox').pressSequentially(digits);
  await page.getByRole('checkbox').tap();
};
