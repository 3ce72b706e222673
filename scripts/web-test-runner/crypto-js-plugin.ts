import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TestRunnerPlugin } from '@web/test-runner';
import { build } from 'esbuild';

const FOLDER = '/node_modules/crypto-js/';

async function bundleAll(rootDir: string): Promise<Map<string, string>> {
  const folder = join(rootDir, FOLDER);
  const entryPoints = readdirSync(folder)
    .filter((name) => name.endsWith('.js') && name !== 'crypto-js.js')
    .map((name) => join(folder, name));
  const { outputFiles } = await build({
    entryPoints,
    outdir: folder,
    allowOverwrite: true,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    external: ['crypto'],
    logLevel: 'error',
  });
  return new Map(outputFiles.map((file) => [basename(file.path), file.text]));
}

/**
 * Serves crypto-js, which is CommonJS, as ES modules. All its modules are built together with shared chunks, so that the
 * tests have one core with its modes and encoders, as the real build has.
 */
export function cryptoJsPlugin(rootDir: string): TestRunnerPlugin {
  let modules: Promise<Map<string, string>> | undefined;
  return {
    name: 'crypto-js',
    async serve(context) {
      if (!context.path.startsWith(FOLDER)) return undefined;
      modules ??= bundleAll(rootDir);
      const body = (await modules).get(basename(context.path));
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
}
