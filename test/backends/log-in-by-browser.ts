import { createServer, request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listen, type Listening } from '../../demo/listen.js';
import { APP_ID } from '../services/test-client.js';
import { launchChromium } from '../services/chromium.js';
import { DIST } from '../services/dist.js';

/** The page of the README. */
const pageOf = (gateway: string) => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<script type="module" src="/assets/login.js"></script>
<ydrz-login app-id="${APP_ID}" credentials-url="/api/ydrz/credentials" gateway="${gateway}"></ydrz-login>
<output></output>
<script type="module">
  document.querySelector('ydrz-login').addEventListener('token', async ({ detail: { token, userInformation } }) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ token, userInformation });
    const answer = await fetch('/api/ydrz/login', { method: 'POST', headers, body });
    document.querySelector('output').textContent = JSON.stringify(await answer.json());
  });
</script>`;

/** A web server as it stands before a business server: pages are its own, `/api/` is handed on with a host of its own in `Host`. */
const startFront = (port: number, gateway: string): Promise<Listening> => {
  const server = createServer((incoming, outgoing) => {
    const { method, url: path = '/', headers } = incoming;
    if (path.startsWith('/api/')) {
      const host = `127.0.0.1:${String(port)}`;
      const onward = request(
        { host: '127.0.0.1', port, method, path, headers: { ...headers, host } },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      onward.on('error', () => outgoing.writeHead(502).end());
      incoming.pipe(onward);
      return;
    }
    if (path === '/') {
      outgoing.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(gateway));
      return;
    }
    readFile(join(DIST, 'browser', path.replace('/assets/', ''))).then(
      (script) => outgoing.writeHead(200, { 'content-type': 'text/javascript' }).end(script),
      () => outgoing.writeHead(404).end(),
    );
  });
  return listen(server, 0);
};

export interface BrowserLogin {
  /** Port of the business server. */
  port: number;
  /** The sandbox, where the page's address has to be registered. */
  gateway: string;
  registerPages: (addresses: Iterable<string>) => void;
}

/** Log in with the SIM `cm` on a page in front of a business server; what the server answers. */
export const logInByBrowser = async ({ port, gateway, registerPages }: BrowserLogin): Promise<string> => {
  const [front, browser] = await Promise.all([startFront(port, gateway), launchChromium()]);
  try {
    registerPages([`${front.url}/`]);
    const page = await browser.newPage({ locale: 'zh-CN' });
    await page.goto(front.url);
    await page.getByRole('button', { name: '一键登录' }).click();
    await page.getByRole('textbox').fill('0013');
    await page.getByRole('checkbox').click();
    const output = page.locator('output:not(:empty)');
    await output.waitFor();
    return (await output.textContent()) ?? '';
  } finally {
    await Promise.all([browser.close(), front.close()]);
  }
};
