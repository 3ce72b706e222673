import { relative, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'esbuild';
import type { Load } from './loads.js';
import { MODULE_BROWSERS, MODULE_SYNTAX, shared } from './settings.js';
import { buildShrunken } from './shrink.js';

const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Bytes over the wire, as good servers compress what never changes. */
export const compressed = (content: Uint8Array | string): number =>
  brotliCompressSync(content, OPTIONS).byteLength;

/** Leaves out what is fetched on demand, but for the sources that are. */
const onDemand = (rootDir: string, fetched: Load['fetched']): Plugin => ({
  name: 'on-demand',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import' || fetched === 'all') return undefined;
      const source = relative(rootDir, resolve(resolveDir, path)).replaceAll('\\', '/');
      return fetched.includes(source.replace(/\.js$/, '.ts')) ? undefined : { external: true };
    });
  },
});

/** What a load weighs, as the bundler of a page makes one file of it. */
export const weigh = async (
  rootDir: string,
  { start, fetched }: Pick<Load, 'start' | 'fetched'>,
): Promise<number> => {
  const options = shared(rootDir);
  const files = await buildShrunken({
    ...options,
    ...('source' in start
      ? { entryPoints: [start.source] }
      : { stdin: { contents: start.text, resolveDir: rootDir, loader: 'ts' } }),
    plugins: [onDemand(rootDir, fetched), ...(options.plugins ?? [])],
    outdir: rootDir,
    sourcemap: false,
    legalComments: 'none',
    format: 'esm',
    platform: 'browser',
    target: MODULE_BROWSERS,
    supported: MODULE_SYNTAX,
  });
  return files.reduce((sum, { text }) => sum + compressed(text), 0);
};
