import type { BrowserLauncher } from '@web/test-runner';
import { changeMedia, queryFor, settingsFor, USUAL_MEDIA } from './media.js';
import { createPage } from './page.js';
import { findMiniBrowser, startDriver, type Driver } from './processes.js';
import { command, textIn } from './webdriver.js';

/** Now and then a browser starts and never speaks to its driver. Milliseconds to wait for it, try by try, each with a fresh driver. */
const PATIENCE = [20_000, 40_000, 50_000];

async function openSession({ url }: Driver, patience: number): Promise<string> {
  const binary = findMiniBrowser();
  if (binary === undefined) throw new Error("MiniBrowser is not here: install Debian's webkit2gtk-driver");
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  };
  const value = await command(url, '/session', 'POST', { capabilities: { alwaysMatch } }, patience);
  return `${url}/session/${textIn(value, 'sessionId')}`;
}

/**
 * Runs tests in WebKitGTK, which is near to Safari but not Safari, through W3C WebDriver. Every file has a browser of its own:
 * there is no window manager, so a window that has once lost the focus to an iframe does not get it back.
 */
export function webkitLauncher(): BrowserLauncher & { getPage(): ReturnType<typeof createPage> } {
  let driver: Driver | undefined;
  let session: string | undefined;
  let active: string | undefined;
  let stopped = false;
  let media = USUAL_MEDIA;

  const current = (): string => {
    if (session === undefined) throw new Error('WebKit has not been started');
    return session;
  };

  const emulate = (changes: Readonly<Record<string, unknown>>): string => {
    media = changeMedia(media, changes);
    driver?.set(settingsFor(media));
    return queryFor(media);
  };

  const open = async (): Promise<string> => {
    let failure: unknown;
    for (const patience of PATIENCE) {
      if (stopped) break;
      driver ??= await startDriver();
      emulate(USUAL_MEDIA);
      try {
        return await openSession(driver, patience);
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
    await command(last, '', 'DELETE');
  };

  return {
    name: 'WebKit',
    // The commands for keys, mouse and viewport know three kinds of browser by name; `getPage` answers as this kind does.
    type: 'playwright',
    concurrency: 1,
    getPage: () => createPage(current(), emulate),
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
      await createPage(session, emulate).setViewportSize({ width: 800, height: 600 });
      await command(session, '/url', 'POST', { url });
    },
    isActive: (id) => id === active,
    getBrowserUrl: async () => String(await command(current(), '/url', 'GET')),
    async stopSession() {
      active = undefined;
      await close();
      return {};
    },
    startDebugSession: () => Promise.reject(new Error('Debug in Chromium, or in a browser with a window')),
  };
}
