import type { Browser } from 'playwright-core';
import * as puppeteer from 'puppeteer-core';
import type { KeyboardPage } from 'ydrz-elements/testing';
import { findOnPath } from '../../scripts/browser/find-browser.js';
import { command, startDriver } from '../../scripts/web-test-runner/webkit/driver.js';
import { createPage } from '../../scripts/web-test-runner/webkit/page.js';
import { launchChromium } from '../services/chromium.js';

/** A tab of some engine. */
export interface Visitor extends KeyboardPage {
  goto(url: string): Promise<void>;
  /** What the pages have complained of since the last call. */
  complaints(): Promise<string[]>;
  close(): Promise<void>;
}

export interface Engine {
  name: string;
  /** Undefined where the engine is not on this machine. */
  open: (() => Promise<Visitor>) | undefined;
}

/** For an engine that tells nobody of a page's complaints: the page keeps them itself. */
export const RECORDER = `
  window.complaints = [];
  addEventListener('error', ({ message, target }) => complaints.push(message ?? 'not loaded: ' + (target.src ?? target.href)), true);
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
  console.error = (...said) => complaints.push(said.join(' '));
`;

const kept = (said: string[]) => () => Promise.resolve(said.splice(0));

const chromium = async (): Promise<Visitor> => {
  const browser: Browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
  });
  return {
    async goto(url) {
      await page.goto(url, { waitUntil: 'commit' });
    },
    evaluate: (expression) => page.evaluate(expression),
    mouse: page.mouse,
    keyboard: page.keyboard,
    complaints: kept(said),
    close: () => browser.close(),
  };
};

/** What Firefox says, naming no address, of requests that a service worker was answering when their page was left. */
const OF_A_PAGE_LEFT = 'Error: Failed to load ‘’. A ServiceWorker intercepted the request';

const firefox = (executablePath: string) => async (): Promise<Visitor> => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: { 'services.settings.server': 'data:,#remote-settings-dummy/v1' },
  });
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  page.on('pageerror', (error) => {
    if (!String(error).startsWith(OF_A_PAGE_LEFT)) said.push(String(error));
  });
  page.on('response', (response) => {
    if (response.status() >= 400) said.push(`${response.status()} ${response.url()}`);
  });
  return {
    async goto(url) {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    evaluate: (expression) => page.evaluate(expression),
    mouse: page.mouse,
    keyboard: page.keyboard,
    complaints: kept(said),
    close: () => browser.close(),
  };
};

const webkit = async (): Promise<Visitor> => {
  const driver = await startDriver();
  const opened = await command('POST', `${driver.url}/session`, { capabilities: {} });
  if (!(opened instanceof Object && 'sessionId' in opened)) throw new Error('WebKit does not start');
  const session = `${driver.url}/session/${String(opened.sessionId)}`;
  const page = createPage(session);
  await page.setViewportSize({ width: 1280, height: 900 });
  const evaluate = (expression: string) => {
    const script = `const done = arguments[0]; Promise.resolve(${expression}).then(done, (error) => done({ thrown: String(error) }))`;
    return command('POST', `${session}/execute/async`, { script, args: [] });
  };
  return {
    async goto(url) {
      await command('POST', `${session}/url`, { url });
    },
    evaluate,
    mouse: {
      async click(x, y) {
        await page.mouse.click(x, y);
      },
    },
    keyboard: {
      async type(text) {
        await page.keyboard.type(text);
      },
    },
    async complaints() {
      const said = await evaluate('window.complaints.splice(0)');
      return Array.isArray(said) ? said.map(String) : [];
    },
    async close() {
      await command('DELETE', session).catch(() => undefined);
      driver.stop();
    },
  };
};

const firefoxPath = findOnPath(['firefox-esr', 'firefox']);
const hasWebkit = Boolean(findOnPath(['WebKitWebDriver']) && findOnPath(['Xvfb']));

export const ENGINES: readonly Engine[] = [
  { name: 'Chromium', open: chromium },
  { name: 'Firefox', open: firefoxPath === undefined ? undefined : firefox(firefoxPath) },
  { name: 'WebKit', open: hasWebkit ? webkit : undefined },
];
