import type { Browser, Page } from 'playwright-core';
import { DEMO_APP_ID } from '../../demo/registered.js';
import { startDemo, type Demo } from '../../demo/start-demo.js';
import { launchChromium } from '../services/chromium.js';
import { whileOpen } from '../services/while-open.js';

/** A page of its own, beside those of the demo. */
const CLASSIC_PAGE = '/classic.html';

/** What a page is to be without, and what its scripts' style sheets are to be read as. */
export interface Lack {
  without?: string;
  /** Changes the text of our scripts on their way to the page. */
  reread?: (script: string) => string;
}

export interface Visit {
  page: Page;
  /** What went wrong in the page's scripts. */
  complaints: string[];
}

/** A page for the classic script, as pages for the official one are written. */
const classicPage = (gateway: string): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Classic</title>
<script src="/ydrz/ydrz.min.js" data-gateway="${gateway}"></script>
<button id="go">一键登录</button><pre id="result"></pre>
<script>
  var show = function (text) { document.getElementById('result').textContent = text; };
  var ask = function (path, body) {
    var headers = { 'content-type': 'application/json' };
    return fetch(path, { method: 'POST', headers: headers, body: JSON.stringify(body) });
  };
  document.getElementById('go').onclick = function () {
    ask('/api/ydrz/credentials', { appId: '${DEMO_APP_ID}' })
      .then(function (answer) { return answer.json(); })
      .then(function (signed) {
        YDRZAuthLogin.getTokenInfo({
          data: Object.assign({ openType: '1', expandParams: '', authPageType: '1' }, signed),
          success: function (result) {
            ask('/api/login', { token: result.token, userInformation: result.userInformation })
              .then(function (answer) { return answer.text(); })
              .then(show);
          },
          error: function (error) { show(JSON.stringify(error)); },
        });
      });
  };
</script></html>`;

/** A browser that lacks what is named, and the demo to visit with it. */
export class OldBrowser {
  readonly #demo: Demo;
  readonly #browser: Browser;

  private constructor(demo: Demo, browser: Browser) {
    this.#demo = demo;
    this.#browser = browser;
  }

  /** @throws {Error} where there is no browser. */
  static async start(): Promise<OldBrowser> {
    const [demo, browser] = await Promise.all([startDemo(), launchChromium()]);
    demo.sandbox.registerPages([demo.backend.url + CLASSIC_PAGE]);
    return new OldBrowser(demo, browser);
  }

  /** Open the page of a build: `module` has one element, `classic` a button of the page's own. */
  async visit(build: 'module' | 'classic', lack: Lack): Promise<Visit> {
    const viewport = { width: 390, height: 844 };
    const context = await this.#browser.newContext({ viewport, isMobile: true, hasTouch: true });
    // A page that the test answers itself has no address, and since Chrome 142 such a page may not ask a server of this machine.
    await context.grantPermissions(['local-network-access'], { origin: this.#demo.backend.url });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const { without, reread } = lack;
    if (without !== undefined) await page.addInitScript(`{ ${without} }`);
    if (reread) {
      const answer = whileOpen(async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: reread(await response.text()) });
      });
      await page.route('**/ydrz/*.js', answer);
    }
    const gateway = `${this.#demo.sandbox.url}/sim/cm`;
    await page.route(`**${CLASSIC_PAGE}`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: classicPage(gateway) }),
    );
    const query = new URLSearchParams({
      'app-id': DEMO_APP_ID,
      'credentials-url': '/api/ydrz/credentials',
      gateway,
      prefetch: 'visible',
    });
    const path = build === 'module' ? `/minimal.html?${query.toString()}` : CLASSIC_PAGE;
    await page.goto(this.#demo.backend.url + path);
    return { page, complaints };
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#demo.close();
  }
}
