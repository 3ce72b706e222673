import { join } from 'node:path';
import { build } from 'esbuild';
import type * as Core from 'ydrz-elements/core';
import { DIST } from '../services/dist.js';

const isCore = (module: unknown): module is typeof Core =>
  typeof module === 'object' && module !== null && 'runLogin' in module;

/**
 * `ydrz-elements/core` as one file: its dynamic imports take microtasks only, so that one can tell when nothing more will
 * happen by itself.
 */
export const loadCore = async (): Promise<typeof Core> => {
  const { outputFiles } = await build({
    entryPoints: [join(DIST, 'core.js')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
  const text = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const module: unknown = await import(`data:text/javascript;base64,${text}`);
  if (!isCore(module)) throw new TypeError('Not the core');
  return module;
};
