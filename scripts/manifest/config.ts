import { readFileSync } from 'node:fs';
import type ts from 'typescript';
import { looks } from './looks.js';
import { publicOnly } from './public-only.js';
import { publishedModules } from './published-modules.js';
import { speltOutTypes } from './spelt-out-types.js';

interface Creation {
  ts: typeof ts;
  globs: readonly string[];
}

/** The analyzer's settings. */
export const config = {
  globs: ['src/login/**/*.ts', 'src/views/**/*.ts', 'src/flow/types.ts'],
  exclude: ['**/*.test.ts', '**/*-fixture.ts', '**/*.d.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [publicOnly(), speltOutTypes(), looks(), publishedModules()],
  // File systems list their files in different orders; the manifest must be the same on every machine.
  overrideModuleCreation: ({ ts, globs }: Creation) =>
    [...globs]
      .sort()
      .map((glob) => ts.createSourceFile(glob, readFileSync(glob, 'utf8'), ts.ScriptTarget.ES2015, true)),
};
