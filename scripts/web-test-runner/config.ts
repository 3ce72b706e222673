import { join } from 'node:path';
import { defaultReporter, type BrowserLauncher, type TestRunnerConfig } from '@web/test-runner';
import { chromiumLauncher } from './chromium.js';
import { countReporter } from './count-reporter.js';
import { firefoxLauncher } from './firefox.js';
import { scriptedService } from '../../test/conformance/runner-service.js';
import { services } from '../../test/services/runner-services.js';
import { typescriptPlugin } from './typescript-plugin.js';
import { webkitLauncher } from './webkit/launcher.js';

const LAUNCHERS = {
  chromium: chromiumLauncher,
  firefox: firefoxLauncher,
  webkit: webkitLauncher,
} as const satisfies Record<string, () => BrowserLauncher>;

/** The engines that the elements are tested in. */
export type Engine = keyof typeof LAUNCHERS;

/** Which tests: those of `npm test`, those that walk whole tables and take their time, or both. */
type Pace = 'quick' | 'slow' | 'all';

const FILES = {
  quick: ['**/*.test.ts', '!**/*.slow.test.ts'],
  slow: ['**/*.slow.test.ts'],
  all: ['**/*.test.ts'],
} as const satisfies Record<Pace, readonly string[]>;

/** Where tests stand that run in every engine. */
const ROOMS = ['src', 'test/browser', 'test/conformance', 'test/pages'];

/** Where tests stand that run in Chromium alone: their faults are of the network and of the page, not of the engine. */
const ONE_ENGINE = ['test/faults', 'test/trust'];

const rootDir = join(import.meta.dirname, '../..');

/** How the tests of the elements run in one engine. */
export function configFor(engine: Engine, pace: Pace = 'all'): TestRunnerConfig {
  const servers = services();
  const rooms = engine === 'chromium' ? [...ROOMS, ...ONE_ENGINE] : ROOMS;
  return {
    rootDir,
    files: [
      ...FILES[pace].map((files) => files.replace(/^!?/, `$&{${rooms.join(',')}}/`)),
      '!**/*.node.test.ts',
    ],
    nodeResolve: { exportConditions: ['development', 'browser'] },
    concurrency: 1,
    browsers: [LAUNCHERS[engine]()],
    plugins: [typescriptPlugin(rootDir), servers.plugin, scriptedService()],
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
