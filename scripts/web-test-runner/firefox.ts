import { chromeLauncher } from '@web/test-runner-chrome';
import * as puppeteer from 'puppeteer-core';
import { findOnPath } from '../browser/find-browser.js';

/** Everything but loopback goes to a port where nobody listens, so that no test can lean on the network. */
const NOWHERE = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
};

/** One page runs file after file. A history of the default length would soon be full, and its length would no longer tell of new entries. */
const LONG_HISTORY = { 'browser.sessionhistory.max_entries': 1000 };

/** Firefox over WebDriver BiDi, which puppeteer speaks by itself. */
export function firefoxLauncher() {
  const executablePath = findOnPath(['firefox-esr', 'firefox']);
  if (executablePath === undefined) throw new Error("Firefox is not here: install Debian's firefox-esr");
  return chromeLauncher({
    puppeteer,
    launchOptions: {
      browser: 'firefox',
      executablePath,
      extraPrefsFirefox: {
        'services.settings.server': 'data:,#remote-settings-dummy/v1',
        ...NOWHERE,
        ...LONG_HISTORY,
      },
      // Without it, a release build does not take `services.settings.server` from its preferences.
      env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    },
    async createPage({ context }) {
      const page = await context.newPage();
      const press = page.keyboard.press.bind(page.keyboard);
      // Chrome's pages know this key by either name.
      page.keyboard.press = (key, options) => press(key === 'Space' ? ' ' : key, options);
      return page;
    },
    concurrency: 1,
  });
}
