import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/start-demo.js';
import { launchChromium } from '../services/chromium.js';

const ROOT = join(import.meta.dirname, '../..');

/** A phone: the width of most, touch, and no mouse. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  // The site opens in the browser's language.
  locale: 'zh-CN',
};

/** A rule that axe finds broken, and where. */
export interface Finding {
  rule: string;
  places: string[];
}

/** What a page said on its console that a page should not say. */
export interface Visit {
  page: Page;
  complaints: string[];
}

const auditIn = (frame: Frame, source: string): Promise<Finding[]> =>
  frame.evaluate(`(async () => {
    const module = { exports: {} };
    ${source};
    const { violations } = await axe.run(document, { iframes: false });
    return violations.map(({ id, nodes }) => ({ rule: id, places: nodes.map(({ target, failureSummary }) => target.join(' ') + ': ' + failureSummary) }));
  })()`);

/** The whole demo, as it was built, and a real browser to visit it with. */
export class DemoBrowser {
  readonly #demo: Demo;
  readonly #browser: Browser;
  readonly #axe: string;

  private constructor(demo: Demo, browser: Browser, axe: string) {
    this.#demo = demo;
    this.#browser = browser;
    this.#axe = axe;
  }

  /** @throws {Error} where there is no browser. */
  static async start(): Promise<DemoBrowser> {
    const [demo, browser, axe] = await Promise.all([
      startDemo(),
      launchChromium(),
      readFile(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'),
    ]);
    return new DemoBrowser(demo, browser, axe);
  }

  get sandbox(): string {
    return this.#demo.sandbox.url;
  }

  /** Open a page of the demo on a phone. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.#browser.newContext({ ...PHONE, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(this.#demo.backend.url + path);
    return { page, complaints };
  }

  /** What axe finds in the page and in every page inside it. */
  async audit(page: Page): Promise<Finding[]> {
    const findings = await Promise.all(page.frames().map((frame) => auditIn(frame, this.#axe)));
    return findings.flat();
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#demo.close();
  }
}
