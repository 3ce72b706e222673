import { join } from 'node:path';
import { defaultReporter, type BrowserLauncher, type TestRunnerConfig } from '@web/test-runner';
import { chromiumLauncher } from './chromium.js';
import { countReporter } from './count-reporter.js';
import { cryptoJsPlugin } from './crypto-js-plugin.js';
import { firefoxLauncher } from './firefox.js';
import { scriptedService } from './scripted-service.js';
import { services } from './services.js';
import { typescriptPlugin } from './typescript-plugin.js';
import { webkitLauncher } from './webkit/launcher.js';

const LAUNCHERS = {
  chromium: chromiumLauncher,
  firefox: firefoxLauncher,
  webkit: webkitLauncher,
} as const satisfies Record<string, () => BrowserLauncher>;

/** The engines that the elements are tested in. */
export type Engine = keyof typeof LAUNCHERS;

const rootDir = join(import.meta.dirname, '../..');

/** How the tests of the elements run in one engine. */
export function configFor(engine: Engine): TestRunnerConfig {
  const servers = services();
  return {
    rootDir,
    files: [
      'src/**/*.test.ts',
      'test/browser/**/*.test.ts',
      'test/conformance/**/*.test.ts',
      // Faults are of the network and of the page, not of the engine; the matrix takes its time.
      ...(engine === 'chromium' ? ['test/{faults,trust}/**/*.test.ts'] : []),
      '!**/*.node.test.ts',
    ],
    nodeResolve: { exportConditions: ['development', 'browser'] },
    concurrency: 1,
    browsers: [LAUNCHERS[engine]()],
    plugins: [typescriptPlugin(rootDir), cryptoJsPlugin(), servers.plugin, scriptedService()],
    middleware: [servers.middleware],
    reporters: [defaultReporter(), countReporter(engine)],
    testFramework: { config: { ui: 'bdd', timeout: '15000' } },
    // Lit's development build is wanted for its warnings, all but the one that says what it is.
    filterBrowserLogs: ({ args }) => !args.some((arg) => String(arg).startsWith('Lit is in dev mode')),
    browserStartTimeout: 120_000,
    testsStartTimeout: 120_000,
    testsFinishTimeout: 600_000,
  };
}
