import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { minifyHTMLLiterals } from '@literals/html-css-minifier';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/**
 * The oldest browsers for everything that is built for pages, except for the classic script. None is older because of optional
 * chaining (Chrome 80), private fields (Safari 15), and `fit-content` and forms' ElementInternals (Firefox 98).
 */
export const MODULE_BROWSERS = ['chrome80', 'edge80', 'firefox98', 'safari15', 'ios15'];

/** The syntax of the classic script. */
export const CLASSIC_TARGET = 'es2019';

/**
 * The entries for pages, by the name that they are imported by. A new one is a row here and one in `exports` of package.json. It and
 * all that it imports are modules of their own, so that entries share their classes, a bundler leaves out what is not used, and Lit
 * stays an import.
 */
export const PAGE_ENTRIES: Readonly<Record<string, string>> = {
  'ydrz-elements': 'src/index.ts',
  'ydrz-elements/login': 'src/login/define.ts',
  'ydrz-elements/auth-layer': 'src/views/define-auth-layer.ts',
  'ydrz-elements/auth-page': 'src/views/define-auth-page.ts',
  'ydrz-elements/elements': 'src/elements.ts',
  'ydrz-elements/core': 'src/core.ts',
  'ydrz-elements/legacy': 'src/legacy/index.ts',
  'ydrz-elements/react': 'src/react/index.ts',
};

/** The module that a source becomes. */
export const builtFile = (source: string): string => source.replace(/^src(.*)\.ts$/, 'dist$1.js');

/** The classic script that stands in for the three official tags. */
const CLASSIC = 'src/legacy/classic.ts';

const shared = {
  outdir: 'dist',
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  logLevel: 'warning',
  // Their licences are in a file of the package, which the banner of a page's file names.
  legalComments: 'none',
  // The type checker has its own settings; a build must not change with them.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: true, verbatimModuleSyntax: true } },
} satisfies BuildOptions;

const forPages = {
  ...shared,
  platform: 'browser',
  target: MODULE_BROWSERS,
  // esbuild would lower both for Chrome 80 without need, at everybody's cost. Optional chaining: all that goes wrong below Chrome 91
  // is `a?.b(...c)`, which no source of ours has (a test looks). Private fields: Chrome has them from 74 on, while esbuild counts
  // from 84 on, where private methods came; no source of ours has those (a rule of the linter looks).
  supported: { 'optional-chain': true, 'class-private-field': true },
} satisfies BuildOptions;

/** For files that a page loads as they are: each says where the licences of what is in it stand. */
const forTags = {
  minify: true,
  banner: { js: '/*! ydrz-elements; see THIRD-PARTY-LICENSES */' },
} satisfies BuildOptions;

/** Leaves each source a file of its own, and finds crypto-js in a folder beside them: what is external stays as it is written. */
const filesOfTheirOwn: Plugin = {
  name: 'files-of-their-own',
  setup(build) {
    const { absWorkingDir = '' } = build.initialOptions;
    build.onResolve({ filter: /^\./ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path, external: true },
    );
    build.onResolve({ filter: /^crypto-js\// }, ({ path, resolveDir }) => ({
      path: relative(resolveDir, join(absWorkingDir, 'src', path)),
      external: true,
    }));
  },
};

/** Shortens the markup and the style sheets in Lit's templates. */
const minifyTemplates: Plugin = {
  name: 'minify-templates',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const minified = await minifyHTMLLiterals(source, { fileName: path });
      return { contents: minified?.code ?? source, loader: 'ts' };
    });
  },
};

/**
 * Builds every script of the package into `dist/`. Files for script tags are bundled from the modules, as a page's own would be.
 *
 * @returns the files that they were built of.
 */
export async function buildBundles(absWorkingDir: string): Promise<string[]> {
  const built = async (options: BuildOptions): Promise<string[]> => {
    const { metafile } = await build({ ...options, absWorkingDir, metafile: true });
    return Object.keys(metafile.inputs);
  };

  // The sources of the entries for pages, each of which becomes a module.
  const entryPoints = [...Object.values(PAGE_ENTRIES), CLASSIC];
  const sources = await built({
    ...forPages,
    entryPoints,
    external: ['react'],
    logLevel: 'error',
    write: false,
  });
  await built({
    ...forPages,
    entryPoints: sources.filter((path) => path.startsWith('src/')),
    outbase: 'src',
    external: ['react', 'lit', 'lit/*'],
    plugins: [filesOfTheirOwn, minifyTemplates],
  });
  // What pages need of crypto-js. It is CommonJS; as ES modules these share their core.
  const cryptoJs = await built({
    ...forPages,
    entryPoints: {
      'crypto-js/aes': 'crypto-js/aes',
      'crypto-js/enc-utf8': 'crypto-js/enc-utf8',
      'crypto-js/md5': 'crypto-js/md5',
    },
    splitting: true,
    chunkNames: 'crypto-js/[hash]',
  });

  // `<script type="module">` without a build step: the button, which fetches its screens, and all. Chunks' names change with
  // their content: they can be cached for ever.
  const tags = await built({
    ...forPages,
    ...forTags,
    entryPoints: { login: 'dist/login/define.js', 'ydrz-elements': 'dist/index.js' },
    outdir: 'dist/browser',
    splitting: true,
    chunkNames: 'chunk-[hash]',
  });

  // `<script src>`, on the oldest web views that custom elements work in; dynamic imports are built in.
  const classic = await built({
    ...shared,
    ...forTags,
    target: CLASSIC_TARGET,
    entryPoints: { 'ydrz.min': builtFile(CLASSIC) },
    format: 'iife',
    // Engines of 2018 know the global object by its old name alone.
    define: { globalThis: 'window' },
  });

  // The sandbox serves the script of the hosted authorization page, and the classic script in the place of the official one.
  const hosted = await build({
    ...forPages,
    absWorkingDir,
    entryPoints: ['src/hosted-page/page.ts'],
    minify: true,
    write: false,
  });
  const official = await readFile(join(absWorkingDir, 'dist/ydrz.min.js'), 'utf8');
  const scripts = { hostedPage: hosted.outputFiles[0]?.text, official };
  const define = { BUILT_SCRIPTS: JSON.stringify(scripts) };

  // One file each, for every runtime that has web standards: an import of a Node module would fail the build.
  const web = await built({
    ...shared,
    target: 'es2022',
    entryPoints: { server: 'src/server/index.ts', 'sandbox.web': 'src/sandbox/web.ts' },
    define,
  });
  // For Node; what several of these share is in `dist/node`.
  const node = await built({
    ...shared,
    platform: 'node',
    target: 'node20',
    entryPoints: {
      sandbox: 'src/sandbox/index.ts',
      vite: 'src/vite/index.ts',
      testing: 'src/testing/index.ts',
      cli: 'src/cli/main.ts',
    },
    splitting: true,
    chunkNames: 'node/[hash]',
    define,
  });
  return [cryptoJs, tags, classic, web, node].flat();
}
