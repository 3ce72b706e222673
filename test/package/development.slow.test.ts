import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { SIMS } from 'ydrz-elements/sandbox';
import { logIn } from 'ydrz-elements/testing';
import { launchChromium } from '../services/chromium.js';
import { Consumer, succeed } from './installed.js';

// Somebody who tries the package: an empty folder, what the documents say, and nothing else.

let consumer: Consumer;
let browser: Browser;
const running: ChildProcess[] = [];
before(async () => {
  [consumer, browser] = await Promise.all([Consumer.create('vite@7'), launchChromium()]);
});
after(async () => {
  for (const child of running) child.kill();
  await browser.close();
  await consumer.remove();
});

/** Run a program of the folder until a line of its output has what is looked for. */
const runUntil = async (pattern: RegExp, name: string, ...args: string[]): Promise<string> => {
  const child = spawn(join(consumer.folder, 'node_modules/.bin', name), args, {
    cwd: consumer.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  running.push(child);
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) {
      // Whoever writes on may not be held up.
      child.stdout.resume();
      return found;
    }
  }
  throw new Error(`${name} has ended:\n${lines.join('\n')}`);
};

/** The SIMs that cannot log in, with their code. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  wifi: /^\d+$/,
  blacklisted: /^111002$/,
  iot: /^103609$/,
  'ct-closed': /^502$/,
  'cu-closed': /^502$/,
};

test('an empty Vite project: four lines of configuration and one tag', async () => {
  const config = `import { ydrz } from 'ydrz-elements/vite';
export default {
  plugins: [ydrz()],
};
`;
  assert.equal(config.trimEnd().split('\n').length, 4);
  await consumer.write('vite.config.js', config);
  await consumer.write(
    'index.html',
    `<!doctype html><title>Login</title><ydrz-login app-id="300012345678" credentials-url="/api/ydrz/credentials"></ydrz-login>`,
  );
  const url = await runUntil(/Local:\s+(http:\S+)/, 'vite', '--port', '5190');
  for (const { id, number } of SIMS) {
    const page = await browser.newPage();
    let visits = 0;
    page.on('load', () => (visits += 1));
    await page.goto(`${url}?sim=${id}`);
    const outcome = await logIn(page, { number, timeout: 60_000 });
    const refused = REFUSED[id];
    if (refused !== undefined) {
      assert.ok(outcome.kind === 'error' && refused.test(outcome.code), `${id}: ${JSON.stringify(outcome)}`);
    } else {
      assert.ok(outcome.kind === 'token', `${id}: ${JSON.stringify(outcome)}`);
      const { token, userInformation } = outcome;
      const answer = await page.evaluate(async (body) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch('/api/ydrz/login', { method: 'POST', headers, body });
        return response.text();
      }, JSON.stringify({ token, userInformation }));
      assert.deepEqual(JSON.parse(answer), { phone: number });
    }
    assert.equal(visits, 1, 'Vite does not load the page anew under its visitor');
    await page.close();
  }
});

test('what Vite builds of it has the element, and nothing of the sandbox', async () => {
  await succeed(consumer.folder, 'npx', 'vite', 'build', '--logLevel', 'error');
  const folder = join(consumer.folder, 'dist');
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => /\.\w+$/.test(name)).map((name) => readFile(join(folder, name), 'utf8')),
  );
  const built = texts.join('\n');
  assert.ok(built.includes('ydrz-login') && built.includes('cmpassport.com'));
  for (const { number } of SIMS) assert.ok(!built.includes(number), number);
  for (const word of ['/sandbox', 'PRIVATE KEY', 'setAttribute("gateway"'])
    assert.ok(!built.includes(word), word);
});

test('an empty folder: the sandbox, serve, and a static page', async () => {
  let html = '';
  const server = createServer((request, response) => {
    const name = /^\/assets\/([\w.-]+)$/.exec(request.url ?? '')?.[1];
    if (name === undefined) {
      response.setHeader('content-type', 'text/html').end(html);
      return;
    }
    readFile(join(consumer.installed, 'dist/browser', name)).then(
      (file) => response.setHeader('content-type', 'text/javascript').end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  const origin = `http://localhost:${address.port}`;
  await mkdir(join(consumer.folder, 'static'), { recursive: true });

  const sandbox = await runUntil(
    /listens at (http:\S+)/,
    ...(['ydrz-elements', 'sandbox', '--page', `${origin}/`, '--port', '0', '--env', 'shop.env'] as const),
  );
  const serve = await runUntil(
    /"ready":"(http:[^"]+)"/,
    ...(['ydrz-elements', 'serve', '--env', 'shop.env', '--port', '0', '--origin', origin] as const),
  );
  html = `<!doctype html><link rel="icon" href="data:,"><script type="module" src="/assets/login.js"></script>
    <ydrz-login app-id="300012345678" credentials-url="${serve}/credentials" gateway="${sandbox}"></ydrz-login>`;
  const page = await browser.newPage();
  await page.goto(`${origin}/`);
  const outcome = await logIn(page);
  assert.ok(outcome.kind === 'token', JSON.stringify(outcome));
  const { token, userInformation } = outcome;
  const answer = await fetch(`${serve}/validate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, userInformation }),
  });
  const number: unknown = await answer.json();
  assert.ok(typeof number === 'object' && number !== null && 'phone' in number);
  assert.equal(number.phone, '13800138000');
  await page.close();
  server.closeAllConnections();
  server.close();
});
