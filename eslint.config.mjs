import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as webComponents } from 'eslint-plugin-wc';
import regexp from 'eslint-plugin-regexp';
import { configs as typescript } from 'typescript-eslint';

/**
 * What each room of `src` may import from besides itself: code of `uses`, and types alone of `knows`.
 * Imports point down only; a new room has to be placed here.
 */
const ROOMS = {
  codes: { uses: [], knows: [] },
  incoming: { uses: [], knows: [] },
  dom: { uses: [], knows: [] },
  locale: { uses: [], knows: ['codes', 'gateway', 'flow'] },
  options: { uses: ['incoming'], knows: ['codes'] },
  gateway: { uses: ['codes', 'dom', 'incoming'], knows: [] },
  flow: { uses: ['gateway', 'codes', 'locale', 'dom', 'incoming'], knows: [] },
  views: { uses: ['options', 'locale', 'dom', 'incoming'], knows: ['flow', 'gateway', 'codes'] },
  login: { uses: ['views', 'flow', 'gateway', 'options', 'locale', 'codes', 'dom', 'incoming'], knows: [] },
  legacy: {
    uses: ['login', 'views', 'flow', 'gateway', 'options', 'locale', 'codes', 'dom', 'incoming'],
    knows: [],
  },
  react: { uses: ['login', 'views', 'options'], knows: [] },
  server: { uses: ['codes', 'incoming'], knows: ['flow', 'gateway'] },
  node: { uses: [], knows: [] },
  sandbox: { uses: ['codes', 'incoming', 'node'], knows: [] },
  vite: { uses: ['sandbox', 'server', 'node'], knows: [] },
  testing: { uses: ['sandbox'], knows: [] },
  cli: { uses: ['sandbox', 'server', 'node', 'codes'], knows: [] },
  'hosted-page': { uses: ['views', 'flow', 'gateway'], knows: [] },
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
    // The hosted page's own code is a page's: it stands on the product's screens.
    ignores: ['**/*.test.ts', '**/*-fixture.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
});

/** Tests and their parts that look inside, with the reason. Whatever else stands in for a user takes the package by its name. */
const WHITE_BOX = [
  // Tables of the documented options, texts and codes, which tests walk.
  'test/tables.ts',
  // The site shows the same tables.
  'demo/data/site-data{,.node.test}.ts',
  // Whose members both screens have, as a type.
  'test/services/auth-view.ts',
  // Fixtures of the unit tests that stand beside the sources.
  'test/services/{wire,login}-fixture.ts',
  'test/option-cases.ts',
  // The manifest is compared with what the sources declare.
  'test/package/manifest.node.test.ts',
  // The runner's business server spoils answers on the wire as the sandbox does.
  'test/services/runner-services.ts',
  // The server kit's own tests run on what was published, and on its source.
  'test/services/server-kit.ts',
  // The types that the package's names stand for.
  'test/package/sources/*.d.ts',
];

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

/** Syntax that the modules' oldest browsers do not know, and that esbuild would lower with all private fields of the class. */
const YOUNG = [
  {
    selector: ':matches(MethodDefinition, AccessorProperty) > PrivateIdentifier.key',
    message: 'Chrome below 84 has private fields alone: readonly #name = () => {}.',
  },
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
    // Types for frameworks that are not installed here: test/frameworks compiles them.
    'src/frameworks',
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
    // There is no document, and `write` is a stream's.
    ignores: ['src/node/**', 'src/cli/**'],
    extends: [lit['flat/recommended'], webComponents['flat/best-practice']],
    rules: { 'no-restricted-syntax': ['error', ...PLAIN, ...UNSAFE, ...YOUNG] },
  },
  {
    // Texts come from the service, the page or whoever writes to it: no pattern may take more than one look at each character.
    files: ['src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    // Lit calls a template's listeners with the element as `this`.
    files: ['src/login/**/*.ts', 'src/views/**/*.ts', 'src/legacy/**/*.ts'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
  ...roomRules,
  {
    files: ['{demo,test,bench}/**/*.{ts,js}'],
    ignores: WHITE_BOX,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?:\\.\\./)+src/',
              message: 'What people install is what is tested: import from ydrz-elements/… (see WHITE_BOX).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      // Chai's assertions are expressions.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.test.ts', 'test/{browser,conformance,faults,pages,trust}/**/*.test.ts'],
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
  {
    files: ['*.mjs', '.ci/**', 'scripts/**', 'demo/{servers,testing}/**'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['demo/{pages,static}/**/*.js', '{bench,test}/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
);
