import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page, Request, Route } from 'playwright-core';
import type { RunningSandbox } from 'ydrz-elements/sandbox';
import { start } from '../services/start-sandbox.js';
import { APP_ID, askValidation, login, signOf } from '../services/test-client.js';
import { launchChromium } from '../services/chromium.js';
import { whileOpen } from '../services/while-open.js';
import { builtText } from '../services/dist.js';

/** The shop whose pages are shown: an https origin that exists nowhere but here. */
export const SHOP = 'https://shop.example.com';
const PAGE = `${SHOP}/login/index.html`;

/** The official script's address; it is answered with the classic script. */
export const OFFICIAL = 'https://www.cmpassport.com/h5/js/jssdk_auth/jssdk-1.0.0.min.js';

/** A known host of the carriers': a page that came by https takes no script from the sandbox's http. */
const CARRIERS = 'https://id6.me';

/** A gateway of somebody's, who says that the carriers' scripts are at his. */
export const FOREIGN = 'https://gateway.example.net';

const SERVICE = /^https:\/\/(?:(?:verify|www)\.cmpassport\.com|gateway\.example\.net|id6\.me)(\/.*)$/;

const isRetrieval = (url: string): boolean => url.endsWith('/h5/httpsPreGetmobile');

/** One page of the shop in a browser of its own. */
export interface Visit {
  page: Page;
  /** Uncaught errors and console errors of the page. */
  complaints: string[];
  warnings: string[];
  /** The addresses outside the shop that the page has asked for, in order. */
  asked: string[];
}

export interface VisitOptions {
  /** The phone's SIM; default `cm`. */
  sim?: string;
  /** Further files of the shop, by path. */
  files?: Readonly<Record<string, string>>;
}

/**
 * A real browser in which the service's hosts are the sandbox, and the official script's address is answered with
 * `dist/ydrz.min.js`. Nothing leaves the machine.
 */
export class LegacyBrowser {
  readonly sandbox: RunningSandbox;
  readonly #browser: Browser;
  readonly #script: string;

  private constructor(sandbox: RunningSandbox, browser: Browser, script: string) {
    this.sandbox = sandbox;
    this.#browser = browser;
    this.#script = script;
  }

  /** @throws {Error} where there is no browser. */
  static async start(): Promise<LegacyBrowser> {
    const [sandbox, browser, script] = await Promise.all([
      start({ pages: [PAGE, `${CARRIERS}/h5/auth-page`] }),
      launchChromium(),
      builtText('ydrz.min.js'),
    ]);
    return new LegacyBrowser(sandbox, browser, script);
  }

  /** Open a page of the shop. */
  async open(html: string, { sim = 'cm', files = {} }: VisitOptions = {}): Promise<Visit> {
    const context = await this.#browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    const visit: Visit = { page: await context.newPage(), complaints: [], warnings: [], asked: [] };
    const { page, complaints, warnings } = visit;
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await context.route(
      /^https:/,
      whileOpen((route) => this.#answer(route, visit, { sim, html, files })),
    );
    await page.goto(PAGE);
    return visit;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.sandbox.close();
  }

  async #answer(
    route: Route,
    { asked, page }: Visit,
    { sim, html, files }: Required<VisitOptions> & { html: string },
  ): Promise<void> {
    const request = route.request();
    const url = request.url();
    const { origin, pathname } = new URL(url);
    const file = files[pathname];
    if (origin !== SHOP) asked.push(url);
    // A file that holds the document up until its login is under way.
    if (pathname === '/slow.js' && !asked.some(isRetrieval)) {
      await page.waitForRequest((other) => isRetrieval(other.url()));
    }
    const [, path] = SERVICE.exec(url) ?? [];
    if (origin === SHOP && file !== undefined) {
      const contentType = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
      await route.fulfill({ contentType: `${contentType}; charset=utf-8`, body: file });
    } else if (url === PAGE) {
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    } else if (origin === SHOP && pathname === '/api/sign') {
      const { traceId, timestamp, ...one } = login(this.sandbox.url);
      const sign = signOf({ traceId, timestamp, ...one });
      await route.fulfill({ json: { appId: APP_ID, version: '2.0', sign, traceId, timestamp } });
    } else if (origin === SHOP && pathname === '/api/login') {
      await route.fulfill({ json: await this.#validate(request) });
    } else if (url === OFFICIAL || pathname.endsWith('/ydrz.min.js')) {
      await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: this.#script });
    } else if (path !== undefined) {
      const phone = `${this.sandbox.url}/sim/${sim}`;
      const response = await route.fetch({ url: phone + path, maxRedirects: 0 });
      const body = (await response.text()).replaceAll(phone, origin === FOREIGN ? FOREIGN : CARRIERS);
      await route.fulfill({ response, body });
    } else {
      await route.fulfill({
        status: pathname.endsWith('.js') || pathname.endsWith('.css') ? 200 : 404,
        body: '',
      });
    }
  }

  /** What a business server does with a token: it gets the number for it. */
  async #validate(request: Request): Promise<unknown> {
    const posted: unknown = request.postDataJSON();
    const fields = new Map(Object.entries(posted ?? {}));
    return askValidation(this.sandbox.url, String(fields.get('token')), {
      body: { userInformation: fields.get('userInformation') },
    });
  }
}

/** A page of the shop that stands in a file. */
export const pageOf = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, 'pages', name), 'utf8');

/** The user fills in the hidden digits and ticks the agreement. */
export const authorize = async (page: Page, digits = '0013'): Promise<void> => {
  await page.locator('.field').pressSequentially(digits);
  await page.locator('[part=checkbox]').click();
};
