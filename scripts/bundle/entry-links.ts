import type { Plugin } from 'esbuild';
import type { Entry } from './entries.js';
import { sourceOf } from './own-sources.js';

/**
 * Leaves an import of one entry from another as an import of the built file. Without this esbuild would move the code that
 * registers an element into a chunk with a hashed name, which `sideEffects` in package.json could not list.
 * The entries of a build and their chunks are in one folder, so that `./name.js` is right from everywhere.
 */
export function entryLinks(rootDir: string, entries: readonly Entry[]): Plugin {
  const names = new Map(entries.map(({ name, source }) => [source, name]));
  return {
    name: 'entry-links',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir, kind }) => {
        if (kind === 'entry-point') return undefined;
        const name = names.get(sourceOf(rootDir, resolveDir, path));
        return name === undefined ? undefined : { path: `./${name}.js`, external: true };
      });
    },
  };
}
