import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as webComponents } from 'eslint-plugin-wc';
import { configs as typescript } from 'typescript-eslint';

/**
 * What each room of `src` may import from besides itself: code of `uses`, and types alone of `knows`.
 * Imports point down only; a new room has to be placed here.
 */
const ROOMS = {
  codes: { uses: [], knows: [] },
  locale: { uses: [], knows: ['codes', 'gateway', 'flow'] },
  options: { uses: [], knows: ['codes'] },
  gateway: { uses: ['codes'], knows: [] },
  flow: { uses: ['gateway', 'codes', 'locale'], knows: [] },
  views: { uses: ['options', 'locale'], knows: ['flow', 'gateway', 'codes'] },
  login: { uses: ['views', 'flow', 'gateway', 'options', 'locale', 'codes'], knows: [] },
  legacy: { uses: ['login', 'views', 'flow', 'gateway', 'options', 'locale', 'codes'], knows: [] },
  server: { uses: ['codes'], knows: ['flow', 'gateway'] },
};

const importPattern = (names) => `^(?:\\.\\./)+(?:${names.join('|')})/`;

const roomRules = Object.entries(ROOMS).map(([room, { uses, knows }]) => {
  const others = Object.keys(ROOMS).filter((name) => name !== room && ![...uses, ...knows].includes(name));
  const patterns = [
    {
      regex: importPattern([...others, 'test', 'demo', 'bench', 'scripts']),
      message: `src/${room} may use: ${uses.join(', ') || 'nothing of ours'}.`,
    },
  ];
  if (knows.length > 0) {
    patterns.push({
      regex: importPattern(knows),
      allowTypeImports: true,
      message: `src/${room} may import types alone from here.`,
    });
  }
  return {
    files: [`src/${room}/**/*.ts`],
    ignores: ['**/*.test.ts', '**/*-fixture.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
});

/** Syntax that a Content-Security-Policy without `unsafe-inline`, and Trusted Types, would refuse. */
const UNSAFE = [
  {
    selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
    message: 'Use a Lit template or textContent.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|write|writeln|setHTMLUnsafe)$/]',
    message: 'Use a Lit template.',
  },
  { selector: 'ImportDeclaration[source.value=/unsafe-(html|svg)/]', message: 'Use a Lit template.' },
];

/** Chai's types call every assertion a promise, so in browser tests the calls that have to be awaited are named. */
const AWAITED =
  'accessible|aTimeout|elementUpdated|emulateMedia|fixture|nextFrame|oneEvent|resetMouse|sendKeys|sendMouse|setViewport|waitUntil';

const PLAIN = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
  { selector: 'TSModuleDeclaration[kind="namespace"]', message: 'Use a module.' },
];

export default defineConfig(
  globalIgnores([
    'dist',
    'coverage',
    '**/node_modules',
    '**/.next',
    '**/*.min.js',
    'test/package/consumer',
    'test/frameworks/{apps,node_modules}',
  ]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 400],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [typescript.strictTypeChecked, typescript.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'suite', 'test'] },
          ],
        },
      ],
      // An empty string, as an option's or a parameter's value, means the default.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      'no-restricted-syntax': ['error', ...PLAIN],
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], webComponents['flat/best-practice']],
    rules: { 'no-restricted-syntax': ['error', ...PLAIN, ...UNSAFE] },
  },
  {
    // Lit calls a template's listeners with the element as `this`.
    files: ['src/login/**/*.ts', 'src/views/**/*.ts', 'src/legacy/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  ...roomRules,
  {
    files: ['**/*.test.ts'],
    rules: {
      // Chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.test.ts', 'test/{browser,conformance,faults,trust}/**/*.test.ts'],
    ignores: ['**/*.node.test.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        ...PLAIN,
        {
          selector: `ExpressionStatement > CallExpression:matches([callee.name=/^(${AWAITED})$/], [callee.property.name=/^(${AWAITED})$/])`,
          message: 'Await this.',
        },
      ],
    },
  },
  { files: ['*.mjs', '.ci/**', 'scripts/**'], languageOptions: { globals: globals.node } },
  { files: ['demo/pages/**/*.js', 'test/**/*.js'], languageOptions: { globals: globals.browser } },
);
