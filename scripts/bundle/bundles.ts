import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { BROWSER_ENTRIES, CLASSIC_ENTRY, PAGE_ENTRIES, SERVER_ENTRY } from './entries.js';
import { eagerImports } from './eager-imports.js';
import { entryLinks } from './entry-links.js';
import { mergeChunks } from './merge-chunks.js';
import { plainMembers } from './plain-members.js';
import { CLASSIC_TARGET, MODULE_BROWSERS, MODULE_SYNTAX, shared } from './settings.js';
import { buildShrunken, shrink, writeBuilt } from './shrink.js';

/** Names of browsers' chunks change with their content, so that they can be cached for ever. */
const CHUNK_NAMES = 'chunk-[hash]';

const sources = (entries: readonly { name: string; source: string }[]): Record<string, string> =>
  Object.fromEntries(entries.map(({ name, source }) => [name, source]));

/** ES modules for npm: Lit stays an import, so that a page has one copy; crypto-js, which is CommonJS, is built in. */
async function buildPageEntries(rootDir: string): Promise<void> {
  const options = shared(rootDir);
  await build({
    ...options,
    entryPoints: sources(PAGE_ENTRIES),
    outdir: join(rootDir, 'dist'),
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: MODULE_BROWSERS,
    supported: MODULE_SYNTAX,
    chunkNames: CHUNK_NAMES,
    external: ['lit', 'lit/*'],
    plugins: [entryLinks(rootDir, PAGE_ENTRIES), ...(options.plugins ?? [])],
  });
}

async function buildServerEntry(rootDir: string): Promise<void> {
  await build({
    ...shared(rootDir),
    entryPoints: sources([SERVER_ENTRY]),
    outdir: join(rootDir, 'dist'),
    format: 'esm',
    // Edge runtimes have no Node modules either; one that is imported by mistake does not build.
    platform: 'browser',
    target: 'es2022',
  });
}

/** The modules that pages without a build step load, with their chunks. */
export async function buildBrowserModules(
  rootDir: string,
  outdir = join(rootDir, 'dist/browser'),
): Promise<void> {
  const options = shared(rootDir);
  const { outputFiles } = await build({
    ...options,
    entryPoints: sources(BROWSER_ENTRIES),
    outdir,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: MODULE_BROWSERS,
    supported: MODULE_SYNTAX,
    chunkNames: CHUNK_NAMES,
    minify: true,
    write: false,
    plugins: [entryLinks(rootDir, BROWSER_ENTRIES), ...(options.plugins ?? [])],
  });
  const entries = BROWSER_ENTRIES.map(({ name }) => name);
  await writeBuilt(await shrink(await mergeChunks(outputFiles, { entries, outdir, hollow: true }), true));
}

/** One file for `<script src>`, on the oldest web views that custom elements work in; dynamic imports are built in. */
const classicScript = (rootDir: string): BuildOptions => ({
  ...shared(rootDir, [plainMembers(join(rootDir, 'src')), eagerImports(rootDir)]),
  // Plain properties may be set as such.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false, verbatimModuleSyntax: true } },
  entryPoints: sources([CLASSIC_ENTRY]),
  outdir: join(rootDir, 'dist'),
  format: 'iife',
  platform: 'browser',
  target: CLASSIC_TARGET,
});

async function buildClassicScript(rootDir: string): Promise<void> {
  await writeBuilt(await buildShrunken(classicScript(rootDir)));
}

/** The text of the classic script as it would be built now, for servers that stand in for the official one. */
export async function classicScriptText(rootDir: string): Promise<string> {
  const files = await buildShrunken(classicScript(rootDir));
  return files.find(({ path }) => path.endsWith('.js'))?.text ?? '';
}

/** Builds every script of the package into `dist/`. */
export async function buildBundles(rootDir: string): Promise<void> {
  await Promise.all(
    [buildPageEntries, buildServerEntry, buildBrowserModules, buildClassicScript].map((buildOne) =>
      buildOne(rootDir),
    ),
  );
}
