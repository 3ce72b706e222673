import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack, succeed } from '../package/installed.js';

const HERE = import.meta.dirname;
const PROGRAMS = join(HERE, 'node_modules/.bin');

/** Where the pages' sources are, one folder per framework. */
export const APPS = join(HERE, 'apps');

/** Built pages. */
export const BUILT = join(HERE, 'node_modules/.built');

/** How each framework checks the types of its own files. */
const CHECKS: Readonly<Record<string, readonly [program: string, ...args: string[]]>> = {
  react: ['tsc', '-p', 'react'],
  'react-server': ['tsc', '-p', 'react-server'],
  preact: ['tsc', '-p', 'preact'],
  solid: ['tsc', '-p', 'solid'],
  vue: ['vue-tsc', '-p', 'vue'],
  svelte: ['svelte-check', '--workspace', 'svelte', '--tsconfig', './tsconfig.json', '--output', 'human'],
};

/** The pages that need a server first have a test of their own. */
export const FRAMEWORKS: readonly string[] = Object.keys(CHECKS).filter((name) => name !== 'react-server');

/** Put the packed package where the pages find it, as an installation would. */
export async function installPackage(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ydrz-frameworks-'));
  const target = join(HERE, 'node_modules/ydrz-elements');
  await rm(target, { recursive: true, force: true });
  await Promise.all([mkdir(target), mkdir(BUILT, { recursive: true })]);
  await succeed(folder, 'tar', '-xzf', await pack(folder), '-C', target, '--strip-components', '1');
  await rm(folder, { recursive: true });
}

/** Build one framework's page for `/<name>/`. @throws Error with what the builder printed. */
export async function build(name: string): Promise<void> {
  const args = ['build', '--logLevel', 'warn', '--emptyOutDir', '--base', `/${name}/`];
  await succeed(join(APPS, name), join(PROGRAMS, 'vite'), ...args, '--outDir', join(BUILT, name));
}

/** Build what runs on a server, and run it: the HTML that it sends. */
export async function renderOnServer(name: string, source: string): Promise<string> {
  const outdir = join(BUILT, `${name}-server`);
  const args = ['build', '--logLevel', 'warn', '--emptyOutDir', '--ssr', source, '--outDir', outdir];
  await succeed(join(APPS, name), join(PROGRAMS, 'vite'), ...args);
  const module = join(outdir, source.replace(/\.tsx?$/, '.js'));
  const code = `console.log((await import(${JSON.stringify(module)})).html())`;
  return (await succeed(HERE, process.execPath, '--input-type=module', '--eval', code)).trim();
}

/** Check the types of a framework's files. @throws Error with what is wrong. */
export async function checkTypes(name: string): Promise<void> {
  const [program, ...args] = CHECKS[name] ?? ['tsc', '-p', name];
  await succeed(APPS, join(PROGRAMS, program), ...args);
}
