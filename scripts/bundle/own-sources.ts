import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** The source that an import in a folder means, by its path from the root of the repository, with slashes. */
export const sourceOf = (rootDir: string, folder: string, imported: string): string =>
  relative(rootDir, resolve(folder, imported)).replaceAll('\\', '/').replace(/\.js$/, '.ts');

/**
 * Finds our own sources. Left to itself esbuild would judge them by `sideEffects` in package.json, which names the built
 * files, and would drop the imports that register elements.
 */
export function ownSources(): Plugin {
  return {
    name: 'own-sources',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) => {
        const source = resolve(resolveDir, path).replace(/\.js$/, '.ts');
        return existsSync(source) ? { path: source, sideEffects: true } : undefined;
      });
    },
  };
}
