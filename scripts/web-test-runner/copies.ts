import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { ownSources } from '../bundle/own-sources.js';

/** By which hop's name the faults of a lane know a file: the code of a login, of a screen, of options, the hints, the other carriers. */
const HOPS: readonly [file: RegExp, exchange: string][] = [
  [/^login-starter-/, 'chunk'],
  [/^define-auth-/, 'screen-chunk'],
  [/^reader-/, 'reader-chunk'],
  [/^hints-/, 'hints-chunk'],
  [/^partner-carriers-/, 'partners-chunk'],
];

export const hopOf = (file: string): string => HOPS.find(([pattern]) => pattern.test(file))?.[1] ?? 'file';

/**
 * The package as a page loads it, built once in memory with a file per dynamic import. Served under an address of each
 * test's own it is a copy of its own, whose files can be spoilt.
 */
export const createCopies = (rootDir: string): ((file: string) => Promise<string | undefined>) => {
  let files: Promise<ReadonlyMap<string, string>> | undefined;
  const buildAll = async () => {
    const { outputFiles } = await build({
      entryPoints: { elements: join(rootDir, 'src/elements.ts') },
      outdir: join(rootDir, 'copy'),
      chunkNames: '[name]-[hash]',
      write: false,
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      logLevel: 'error',
      tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
      plugins: [ownSources()],
    });
    return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  };
  return async (file) => {
    files ??= buildAll();
    return (await files).get(file);
  };
};
