import type { BuildOptions } from 'esbuild';
import { cryptoJs } from './crypto-js.js';
import { ownSources } from './own-sources.js';
import { ownTexts, type Editor } from './own-texts.js';
import { templateEdits } from './template-whitespace.js';

/**
 * Browsers named one by one: an `es20xx` target would lower private fields, which all of these have, into WeakMaps. What holds them
 * up: `gap` in flex boxes (Chrome 84), `fit-content` and forms' ElementInternals (Firefox 98), private methods (Safari 15).
 */
export const MODULE_BROWSERS = ['chrome84', 'edge84', 'firefox98', 'safari15', 'ios15'];

/** The syntax of the classic script. */
export const CLASSIC_TARGET = 'es2019';

/**
 * Optional chaining, which esbuild would lower for Chrome below 91: there alone `a?.b(...c)` goes wrong, which nothing of ours
 * says (a test looks), and everything else would pay for it.
 */
export const MODULE_SYNTAX = { 'optional-chain': true };

/** What every script of the package is built with; `editors` change our sources beyond what all builds do. */
export const shared = (rootDir: string, editors: readonly Editor[] = []): BuildOptions => ({
  absWorkingDir: rootDir,
  bundle: true,
  sourcemap: true,
  charset: 'utf8',
  logLevel: 'warning',
  legalComments: 'external',
  // The type checker has its own settings; a build must not change with them.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
  plugins: [ownSources(), cryptoJs(), ownTexts([templateEdits, ...editors])],
});
