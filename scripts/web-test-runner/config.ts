import { join } from 'node:path';
import { defaultReporter, type TestRunnerConfig } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser, isHeadlessShell, sandboxArguments } from '../browser/find-browser.js';
import { countReporter } from './count-reporter.js';
import { cryptoJsPlugin } from './crypto-js-plugin.js';
import { scriptedService } from './scripted-service.js';
import { services } from './services.js';
import { typescriptPlugin } from './typescript-plugin.js';

const rootDir = join(import.meta.dirname, '../..');

/** Everything but loopback is unreachable, so that no test can lean on the network. */
const ARGS = ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'];

function chromium() {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chrome or Chromium found: `npm test` installs one');
  return chromeLauncher({
    launchOptions: {
      executablePath,
      headless: isHeadlessShell(executablePath) ? 'shell' : true,
      args: [...ARGS, ...sandboxArguments(executablePath)],
    },
    // Two tabs at once stall requestAnimationFrame in the one behind.
    concurrency: 1,
  });
}

const servers = services();

export const config: TestRunnerConfig = {
  rootDir,
  files: ['src/**/*.test.ts', 'test/browser/**/*.test.ts', 'test/conformance/**/*.test.ts', '!**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['development', 'browser'] },
  concurrency: 1,
  browsers: [chromium()],
  plugins: [typescriptPlugin(rootDir), cryptoJsPlugin(), servers.plugin, scriptedService()],
  middleware: [servers.middleware],
  reporters: [defaultReporter(), countReporter('chromium')],
  testFramework: { config: { ui: 'bdd', timeout: '15000' } },
  // Lit's development build is wanted for its warnings, all but the one that says what it is.
  filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).startsWith('Lit is in dev mode')),
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
};
