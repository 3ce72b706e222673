import type { BrowserLauncher } from '@web/test-runner';
import { createPage } from './page.js';
import { findMiniBrowser, startDriver, type Driver } from './processes.js';
import { command, textIn } from './webdriver.js';

/** Everything but loopback goes to a port where nobody listens, so that no test can lean on the network. */
const NOWHERE = {
  proxyType: 'manual',
  httpProxy: '127.0.0.1:9',
  sslProxy: '127.0.0.1:9',
  noProxy: ['localhost', '127.0.0.1'],
};

async function openSession(driver: Driver): Promise<string> {
  const binary = findMiniBrowser();
  if (binary === undefined) throw new Error("MiniBrowser is not here: install Debian's webkit2gtk-driver");
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    proxy: NOWHERE,
  };
  const value = await command(driver.url, '/session', 'POST', { capabilities: { alwaysMatch } });
  return `${driver.url}/session/${textIn(value, 'sessionId')}`;
}

/** Runs tests in WebKitGTK, which is near to Safari but not Safari, through W3C WebDriver; one page at a time. */
export function webkitLauncher(): BrowserLauncher & { getPage(): ReturnType<typeof createPage> } {
  let driver: Driver | undefined;
  let session: string | undefined;
  const active = new Set<string>();

  const current = (): string => {
    if (session === undefined) throw new Error('WebKit has not been started');
    return session;
  };
  const navigate = (url: string) => command(current(), '/url', 'POST', { url });

  return {
    name: 'WebKit',
    // The commands for keys, mouse and viewport know three kinds of browser by name; `getPage` answers as this kind does.
    type: 'playwright',
    concurrency: 1,
    getPage: () => createPage(current()),
    async initialize() {
      driver = await startDriver();
      try {
        session = await openSession(driver);
      } catch (error) {
        console.warn(`WebKit did not start, once more: ${String(error)}`);
        driver.stop();
        driver = await startDriver();
        session = await openSession(driver);
      }
    },
    async stop() {
      try {
        if (session !== undefined) await command(session, '', 'DELETE');
      } finally {
        driver?.stop();
      }
    },
    async startSession(id, url) {
      active.add(id);
      await createPage(current()).setViewportSize({ width: 800, height: 600 });
      await navigate(url);
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: async () => String(await command(current(), '/url', 'GET')),
    async stopSession(id) {
      active.delete(id);
      // Ends whatever the page is still doing.
      await navigate('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('Debug in Chromium, or in a browser with a window')),
  };
}
