import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import type { Page } from 'puppeteer-core';
import { findOnPath } from '../browser/find-browser.js';
import { emulateMedia, mediaArguments, mediaPreferences } from './firefox-media.js';

/** Everything but loopback goes to a port where nobody listens, so that no test can lean on the network. */
const NOWHERE = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
};

/** Gives a page what the runner's commands ask of Chrome's pages and Firefox's lack. */
function complete(page: Page): Page {
  page.emulateMediaFeatures = (features = []) => emulateMedia(page, features);
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = (key, options) => press(key === 'Space' ? ' ' : key, options);
  return page;
}

/** Firefox over WebDriver BiDi, which puppeteer speaks by itself. */
export function firefoxLauncher() {
  const executablePath = findOnPath(['firefox-esr', 'firefox']);
  if (executablePath === undefined) throw new Error("Firefox is not here: install Debian's firefox-esr");
  return chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      args: [...mediaArguments],
      extraPrefsFirefox: {
        'services.settings.server': 'data:,#remote-settings-dummy/v1',
        ...NOWHERE,
        ...mediaPreferences,
      },
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    },
    createPage: async ({ context }) => complete(await context.newPage()),
    concurrency: 1,
  });
}
