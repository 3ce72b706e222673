import type { TestRunnerPlugin } from '@web/test-runner';
import { toModule } from '../crypto-js-modules.js';

/** Serves crypto-js as the ES modules that the build makes of it. */
export function cryptoJsPlugin(): TestRunnerPlugin {
  return {
    name: 'crypto-js',
    transform({ path, body }) {
      if (!/\/node_modules\/crypto-js\/[\w-]+\.js$/.test(path) || typeof body !== 'string') return undefined;
      return { body: toModule(path, body) };
    },
  };
}
