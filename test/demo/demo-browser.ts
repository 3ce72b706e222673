import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from 'playwright-core';
import { startDemo, type Demo } from '../../demo/start-demo.js';
import { buildBrowserModules } from '../../scripts/bundle/bundles.js';
import { writeSiteData } from '../../scripts/bundle/site-data.js';
import { findBrowser, sandboxArguments } from '../../scripts/browser/find-browser.js';

const ROOT = join(import.meta.dirname, '../..');

/** A phone: the width of most, touch, and no mouse. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
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

/** The whole demo, built for the occasion, and a real browser to visit it with. */
export class DemoBrowser {
  readonly #demo: Demo;
  readonly #browser: Browser;
  readonly #dist: string;
  readonly #axe: string;

  private constructor(demo: Demo, browser: Browser, dist: string, axe: string) {
    this.#demo = demo;
    this.#browser = browser;
    this.#dist = dist;
    this.#axe = axe;
  }

  /** @throws {Error} where there is no browser. */
  static async start(): Promise<DemoBrowser> {
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new Error('No Chrome or Chromium found: `npm test` installs one');
    const dist = await mkdtemp(join(tmpdir(), 'ydrz-demo-'));
    const [demo, browser, axe] = await Promise.all([
      startDemo({ dist }),
      chromium.launch({ executablePath, args: sandboxArguments(executablePath) }),
      readFile(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8'),
      buildBrowserModules(ROOT, join(dist, 'browser')),
      writeSiteData(ROOT),
    ]);
    return new DemoBrowser(demo, browser, dist, axe);
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
    await rm(this.#dist, { recursive: true, force: true });
  }
}
