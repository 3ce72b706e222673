import assert from 'node:assert/strict';
import { chmod, cp } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { findBrowser, findOnPath, sandboxArguments } from '../../scripts/browser/find-browser.js';
import { startDriver } from '../../scripts/web-test-runner/webkit/driver.js';
import { Consumer, ROOT, succeed } from './installed.js';

// What the page on end-to-end tests shows, run as it stands beside the packed package.

const TYPES = `import type { Page } from '@playwright/test';
import type { Page as PuppeteerPage } from 'puppeteer';
import { logIn, type Outcome } from 'ydrz-elements/testing';
export const outcomes = (page: Page, other: PuppeteerPage, browser: WebdriverIO.Browser): Promise<Outcome>[] =>
  [logIn(page), logIn(other), logIn(browser)];
`;

let consumer: Consumer;
before(async () => {
  consumer = await Consumer.create(
    'hono',
    '@hono/node-server',
    '@playwright/test',
    'puppeteer',
    'webdriverio',
  );
  await cp(join(ROOT, 'demo/testing'), consumer.folder, { recursive: true });
});
after(() => consumer.remove());

/** The browser of this machine, as people have theirs: started without arguments. */
const ownBrowser = async (): Promise<string> => {
  const browser = findBrowser();
  assert.ok(browser, 'there is no Chromium');
  const path = await consumer.write(
    'browser.sh',
    `#!/bin/sh\nexec "${browser}" ${sandboxArguments(browser).join(' ')} "$@"\n`,
  );
  await chmod(path, 0o755);
  return path;
};

/** Run a file of `node:test` in the folder; what it printed. */
const nodeTest = (file: string, environment: Readonly<Record<string, string>>): Promise<string> =>
  succeed(
    consumer.folder,
    'env',
    // The runner that runs us must not be taken for theirs.
    ...['-u', 'NODE_TEST_CONTEXT', ...Object.entries(environment).map((pair) => pair.join('='))],
    ...[process.execPath, '--test', '--test-reporter=tap', file],
  );

test('Playwright', async () => {
  const executablePath = await ownBrowser();
  await consumer.write(
    'playwright.config.mjs',
    `export default { workers: 1, timeout: 60_000, use: { launchOptions: { executablePath: '${executablePath}' } } };`,
  );
  const output = await succeed(
    consumer.folder,
    'npx',
    'playwright',
    'test',
    '--reporter=line',
    'playwright.spec.mjs',
  );
  assert.match(output, /6 passed/);
});

test('Puppeteer', async () => {
  const output = await nodeTest('puppeteer.test.mjs', { PUPPETEER_EXECUTABLE_PATH: await ownBrowser() });
  assert.match(output, /# pass 1$/m);
});

test('WebdriverIO', async (t) => {
  if (!findOnPath(['WebKitWebDriver']) || !findOnPath(['Xvfb'])) {
    console.log('WebdriverIO is not driven: there is no WebKitWebDriver with Xvfb here');
    t.skip('no WebKitWebDriver');
    return;
  }
  const driver = await startDriver();
  try {
    const capabilities = {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
    };
    const { hostname, port } = new URL(driver.url);
    const WEBDRIVER = JSON.stringify({ hostname, port: Number(port), logLevel: 'error', capabilities });
    const output = await nodeTest('webdriverio.test.mjs', { WEBDRIVER });
    assert.match(output, /# pass 1$/m);
  } finally {
    driver.stop();
  }
});

test('the helper takes the pages of all three, as their types have them', async () => {
  await consumer.write('types.ts', TYPES);
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  await succeed(
    consumer.folder,
    process.execPath,
    compiler,
    ...['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022'],
    ...['--types', 'webdriverio', 'types.ts'],
  );
});
