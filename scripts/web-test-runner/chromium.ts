import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser, isHeadlessShell, sandboxArguments } from '../browser/find-browser.js';

/** Everything but loopback is unreachable, so that no test can lean on the network. */
const NOWHERE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** The Chrome or Chromium of this machine. */
export function chromiumLauncher() {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chrome or Chromium found: `npm test` installs one');
  return chromeLauncher({
    launchOptions: {
      executablePath,
      headless: isHeadlessShell(executablePath) ? 'shell' : true,
      args: [NOWHERE, ...sandboxArguments(executablePath)],
    },
    // A window of its own for each file, that has the focus: of two tabs, the one behind would not be drawn.
    createBrowserContext: ({ browser }) => browser.createBrowserContext(),
    createPage: async ({ context }) => {
      const page = await context.newPage();
      await page.emulateFocusedPage(true);
      return page;
    },
    concurrency: 2,
  });
}
