import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { eagerImports } from './eager-imports.js';
import type { Load } from './loads.js';
import { MODULE_BROWSERS, MODULE_SYNTAX, shared } from './settings.js';
import { buildShrunken } from './shrink.js';

const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Bytes over the wire, as good servers compress what never changes. */
export const compressed = (content: Uint8Array | string): number =>
  brotliCompressSync(content, OPTIONS).byteLength;

/** Leaves out what is still fetched on demand. */
const LEFT_OUT: Plugin = {
  name: 'left-out',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { external: true } : undefined,
    );
  },
};

/** What a load weighs, as the bundler of a page makes one file of it. */
export const weigh = async (
  rootDir: string,
  { start, fetched }: Pick<Load, 'start' | 'fetched'>,
): Promise<number> => {
  const isBuiltIn = (source: string) => fetched === 'all' || fetched.includes(source);
  const options = shared(rootDir, [eagerImports(rootDir, isBuiltIn)]);
  const files = await buildShrunken({
    ...options,
    ...('source' in start
      ? { entryPoints: [start.source] }
      : { stdin: { contents: start.text, resolveDir: rootDir, loader: 'ts' } }),
    plugins: [LEFT_OUT, ...(options.plugins ?? [])],
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

/** How many files a built module is with all that it imports, and their bytes; without what it fetches on demand. */
export const weighBuilt = async (entry: string): Promise<{ files: number; bytes: number }> => {
  const { metafile } = await build({
    entryPoints: [entry],
    plugins: [LEFT_OUT],
    bundle: true,
    format: 'esm',
    metafile: true,
    outdir: '/',
    write: false,
  });
  const contents = await Promise.all(Object.keys(metafile.inputs).map((path) => readFile(path)));
  return { files: contents.length, bytes: contents.reduce((sum, content) => sum + compressed(content), 0) };
};
