// Before the tests: says which browser they use, and installs one where there is none.
import { findBrowser } from './browser/find-browser.js';
import { installBrowser } from './browser/install-browser.js';

try {
  if (findBrowser() === undefined) await installBrowser();
  const browser = findBrowser();
  if (browser === undefined) throw new Error('Installed, yet no Chrome or Chromium was found');
  console.log(`Testing with ${browser}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('Install Chrome or Chromium, or set CHROME_PATH to the one to use, and run the tests again.');
  process.exitCode = 1;
}
