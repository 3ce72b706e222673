import { looks } from './looks.js';
import { ownTypes } from './own-types.js';
import { publicOnly } from './public-only.js';
import { publishedModules } from './published-modules.js';

/** The analyzer's settings. */
export const config = {
  globs: ['src/login/**/*.ts', 'src/views/**/*.ts', 'src/flow/types.ts'],
  exclude: ['**/*.test.ts', '**/*-fixture.ts', '**/*.d.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [publicOnly(), ownTypes(), looks(), publishedModules()],
};
