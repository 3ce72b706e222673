import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { toModule } from '../crypto-js-modules.js';

/** Builds crypto-js in as ES modules, which saves the CommonJS runtime on the way to the first button. */
export function cryptoJs(): Plugin {
  return {
    name: 'crypto-js',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/]crypto-js[\\/][\w-]+\.js$/ }, async ({ path }) => ({
        contents: toModule(path, await readFile(path, 'utf8')),
        loader: 'js',
      }));
    },
  };
}
