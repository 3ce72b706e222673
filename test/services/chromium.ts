import { chromium, type Browser, type BrowserServer } from 'playwright-core';
import { findBrowser, sandboxArguments } from '../../scripts/browser/find-browser.js';

/** Names the browser that the files of a test run share. */
const SHARED = 'SHARED_CHROMIUM';

/** @throws {Error} where there is none. */
const settings = () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chrome or Chromium found: `npm test` installs one');
  return { executablePath, args: sandboxArguments(executablePath) };
};

/** Start a browser for all files of a test run, which `launchChromium` then gives out. */
export const shareChromium = async (): Promise<BrowserServer> => {
  const server = await chromium.launchServer(settings());
  process.env[SHARED] = server.wsEndpoint();
  return server;
};

/**
 * The Chrome or Chromium of this machine, for tests that run in Node. Whoever closes it closes what was opened by it, and the rest of
 * a shared one goes on. @throws {Error} where there is none.
 */
export const launchChromium = async (): Promise<Browser> => {
  const shared = process.env[SHARED];
  return shared ? chromium.connect(shared) : chromium.launch(settings());
};
