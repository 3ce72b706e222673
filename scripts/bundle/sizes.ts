import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { PAGE_ENTRIES, builtFile } from './bundles.js';

/** What a page loads, and what that may weigh, in bytes after minifying and brotli 11. */
export interface Load {
  name: string;
  /** What the page has with it. */
  what: string;
  /** A program that imports built modules. A page's bundler makes one file of it. */
  program: string;
  /** What is fetched on demand is in it, too. */
  everything?: boolean;
  /** Nothing bundles it: the files come over the wire as they were built, each by itself. */
  asBuilt?: boolean;
  /** The most that it may weigh. */
  budget: number;
  /** Bytes that it may weigh beyond its budget for now; simpler code has to win them back. */
  owed?: number;
}

const KB = 1024;

/** A button, imported as pages import it. */
const BUTTON = "import './dist/login/define.js';";

const allOf = (...modules: readonly string[]): string =>
  modules.map((path) => `export * from './dist/${path}.js';`).join('\n');

export const LOADS: readonly Load[] = [
  {
    name: 'bare-lit',
    what: 'A bare Lit button, for comparison',
    program: "export * from './bench/bare-lit.js';",
    budget: 5.25 * KB,
  },
  {
    name: 'login',
    what: 'The login button before any click, with Lit',
    program: BUTTON,
    budget: 9.5 * KB,
    owed: 0.35 * KB,
  },
  {
    name: 'cm-popup',
    what: 'A login with a China Mobile SIM in the popup, by default or styled with CSS, with the button and Lit',
    program: BUTTON + allOf('login/login-starter', 'views/define-auth-layer'),
    budget: 26 * KB,
    owed: 2.55 * KB,
  },
  {
    name: 'everything',
    what: 'All entries for pages together: all carriers, screens, languages and the legacy interface',
    program: allOf('index', 'core', 'legacy/index'),
    everything: true,
    budget: 42 * KB,
    owed: 6.35 * KB,
  },
  {
    name: 'login.js',
    what: 'dist/browser/login.js and what it imports, before any click',
    program: "import './dist/browser/login.js';",
    asBuilt: true,
    budget: 11.5 * KB,
    owed: 0.48 * KB,
  },
  {
    name: 'ydrz.min.js',
    what: 'dist/ydrz.min.js, everything in one classic script',
    program: "import './dist/ydrz.min.js';",
    asBuilt: true,
    budget: 47 * KB,
    owed: 3.6 * KB,
  },
];

/** One line of the table of sizes, in bytes. */
export interface Size extends Load {
  bytes: number;
}

/** An entry of the package, Lit in it: what its import loads, and what that is with all that is fetched on demand. */
export interface EntrySize {
  name: string;
  atImport: number;
  withAll: number;
}

/** Leaves out what is fetched on demand. */
const LEFT_OUT: Plugin = {
  name: 'left-out',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind }) =>
      kind === 'dynamic-import' ? { external: true } : undefined,
    );
  },
};

async function weigh(rootDir: string, { program, everything, asBuilt }: Partial<Load>): Promise<number> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: rootDir,
    stdin: { contents: program ?? '', resolveDir: rootDir },
    plugins: everything ? [] : [LEFT_OUT],
    ...{ bundle: true, minify: true, write: false, metafile: true, charset: 'utf8', legalComments: 'none' },
    format: 'esm',
  });
  const files = Object.keys(metafile.inputs).filter((path) => path !== '<stdin>');
  const contents = asBuilt
    ? await Promise.all(files.map((file) => readFile(join(rootDir, file))))
    : outputFiles.map((file) => file.contents);
  // As good servers compress what never changes.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return contents.reduce((sum, content) => sum + brotliCompressSync(content, { params }).byteLength, 0);
}

/** Weighs everything in `dist/` that has a budget. */
export const measureSizes = (rootDir: string): Promise<Size[]> =>
  Promise.all(LOADS.map(async (load) => ({ ...load, bytes: await weigh(rootDir, load) })));

/** Weighs every entry of the package for pages, each by itself. */
export const measureEntries = (rootDir: string): Promise<EntrySize[]> =>
  Promise.all(
    Object.entries(PAGE_ENTRIES).map(async ([name, source]) => {
      const program = `export * from './${builtFile(source)}';`;
      return {
        name,
        atImport: await weigh(rootDir, { program }),
        withAll: await weigh(rootDir, { program, everything: true }),
      };
    }),
  );

export const kilobytes = (bytes: number): string => `${(bytes / KB).toFixed(1)} KB`;

/** What it may weigh: the budget, and what is owed beyond it. */
export const limitOf = ({ budget, owed }: Pick<Load, 'budget' | 'owed'>): string =>
  kilobytes(budget) + (owed ? ` + ${kilobytes(owed)}` : '');

/** The sizes as the lines of a table. */
export const sizeLines = (sizes: readonly Size[]): string[] =>
  sizes.map((size) => `${kilobytes(size.bytes).padStart(8)}  ${size.what}, at most ${limitOf(size)}`);
