import type { BrowserLauncher } from '@web/test-runner';
import { command, startDriver, type Driver } from './driver.js';
import { createPage } from './page.js';

/** Now and then a browser starts and never speaks to its driver. Milliseconds to wait for it, try by try, each with a fresh driver. */
const PATIENCE = [20_000, 40_000, 50_000];

/**
 * Runs tests in WebKitGTK, which is near to Safari but not Safari, through W3C WebDriver. Every file has a browser of its own:
 * there is no window manager, so a window that has once lost the focus to an iframe does not get it back.
 */
export function webkitLauncher(): BrowserLauncher & { getPage(): ReturnType<typeof createPage> } {
  let driver: Driver | undefined;
  let session: string | undefined;
  let active: string | undefined;
  let stopped = false;

  const current = (): string => {
    if (session === undefined) throw new Error('WebKit has not been started');
    return session;
  };

  const open = async (): Promise<string> => {
    let failure: unknown;
    for (const patience of PATIENCE) {
      if (stopped) break;
      driver ??= await startDriver();
      try {
        const sessions = `${driver.url}/session`;
        const value = await command('POST', sessions, { capabilities: {} }, patience);
        if (value instanceof Object && 'sessionId' in value) return `${sessions}/${String(value.sessionId)}`;
      } catch (error) {
        failure = error;
        driver.stop();
        driver = undefined;
      }
    }
    throw new Error('WebKit does not start', { cause: failure });
  };

  const close = async (): Promise<void> => {
    if (session === undefined) return;
    const last = session;
    session = undefined;
    await command('DELETE', last);
  };

  return {
    name: 'WebKit',
    // The commands for keys, mouse and viewport know three kinds of browser by name; `getPage` answers as this kind does.
    type: 'playwright',
    concurrency: 1,
    getPage: () => createPage(current()),
    async stop() {
      stopped = true;
      try {
        await close();
      } finally {
        driver?.stop();
      }
    },
    async startSession(id, url) {
      session = await open();
      active = id;
      await createPage(session).setViewportSize({ width: 800, height: 600 });
      await command('POST', `${session}/url`, { url });
    },
    isActive: (id) => id === active,
    getBrowserUrl: async () => String(await command('GET', `${current()}/url`)),
    async stopSession() {
      active = undefined;
      await close();
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('Debug in Chromium, or in a browser with a window')),
  };
}
