import { relative, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import { PAGE_ENTRIES } from './entries.js';

/**
 * Leaves an import of one entry from another as an import of the built file. Without this esbuild would move the code that
 * registers an element into a chunk with a hashed name, which `sideEffects` in package.json could not list.
 * All page entries and chunks are in one folder, so that `./name.js` is right from everywhere.
 */
export function entryLinks(rootDir: string): Plugin {
  const names = new Map(PAGE_ENTRIES.map(({ name, source }) => [source, name]));
  return {
    name: 'entry-links',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir, kind }) => {
        if (kind === 'entry-point') return undefined;
        const source = relative(rootDir, resolve(resolveDir, path))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '.ts');
        const name = names.get(source);
        return name === undefined ? undefined : { path: `./${name}.js`, external: true };
      });
    },
  };
}
