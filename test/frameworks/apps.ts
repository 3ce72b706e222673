import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFields, textAt } from '../services/fields.js';
import { pack, succeed } from '../package/installed.js';
import { FRAMEWORKS, type Framework, type FrameworkName } from './frameworks.js';

const HERE = import.meta.dirname;
const PROGRAMS = 'node_modules/.bin';

/** Where the pages' sources are, one folder per framework. */
export const APPS = join(HERE, 'apps');

/** What pages without a builder load from. */
export const VENDOR = join(HERE, 'node_modules');

/** Built pages. */
export const BUILT = join(HERE, 'node_modules/.built');

const rowOf = (name: FrameworkName): Framework => FRAMEWORKS[name];

/** Where a framework's packages are: in its page's own folder, or beside this file. */
const homeOf = (name: FrameworkName): string =>
  existsSync(join(APPS, name, 'package.json')) ? join(APPS, name) : HERE;

/** All folders whose packages a page is made with: Vite and what checks types are beside this file. */
const homesOf = (name: FrameworkName): string[] =>
  rowOf(name).built === 'vite' ? [HERE, homeOf(name)] : [homeOf(name)];

/** Put the packed package where pages find it, as an installation would. */
export async function installPackage(homes: Iterable<string> = [HERE]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ydrz-frameworks-'));
  const tarball = await pack(folder);
  await mkdir(BUILT, { recursive: true });
  for (const home of homes) {
    const target = join(home, 'node_modules/ydrz-elements');
    await rm(target, { recursive: true, force: true });
    await mkdir(target, { recursive: true });
    await succeed(folder, 'tar', '-xzf', tarball, '-C', target, '--strip-components', '1');
  }
  await rm(folder, { recursive: true });
}

/** Install what the pages are built with, where it is not there yet, and then the packed package. */
export async function install(names: readonly FrameworkName[]): Promise<void> {
  const homes = new Set(names.flatMap(homesOf));
  for (const home of homes) {
    if (existsSync(join(home, 'node_modules/.package-lock.json'))) continue;
    console.log(`Installing what ${home === HERE ? 'the framework pages are' : `${home} is`} built with…`);
    await succeed(home, 'npm', 'ci', '--no-audit', '--no-fund');
  }
  await installPackage(new Set([HERE, ...homes]));
}

/** The installed version of a framework. */
export async function versionOf(name: FrameworkName): Promise<string> {
  const file = join(homeOf(name), 'node_modules', rowOf(name).of, 'package.json');
  return textAt(parseFields(await readFile(file, 'utf8')), 'version') ?? '';
}

const VITE = ['build', '--logLevel', 'warn', '--emptyOutDir'] as const;

/** Build a folder's page with Vite for `/<name>/`. @throws Error with what the builder printed. */
export async function buildWithVite(name: string): Promise<void> {
  const args = [...VITE, '--base', `/${name}/`, '--outDir', join(BUILT, name)];
  await succeed(join(APPS, name), join(HERE, PROGRAMS, 'vite'), ...args);
}

/** Build one framework's page for `/<name>/`. @throws Error with what the builder printed. */
export async function build(name: FrameworkName): Promise<void> {
  const { built } = rowOf(name);
  if (built === 'as it is') return;
  if (built === 'vite') return buildWithVite(name);
  await succeed(join(APPS, name), 'npm', 'run', 'build');
}

/** Build what runs on a server, and run it: the HTML that it sends. */
export async function renderOnServer(name: string, source: string): Promise<string> {
  const outdir = join(BUILT, `${name}-server`);
  const args = [...VITE, '--ssr', source, '--outDir', outdir];
  await succeed(join(APPS, name), join(HERE, PROGRAMS, 'vite'), ...args);
  const module = join(outdir, source.replace(/\.tsx?$/, '.js'));
  const code = `console.log((await import(${JSON.stringify(module)})).html())`;
  return (await succeed(HERE, process.execPath, '--input-type=module', '--eval', code)).trim();
}

/** Check the types of a framework's files. @throws Error with what is wrong. */
export async function checkTypes(check: readonly [program: string, ...args: string[]]): Promise<void> {
  const [program, ...args] = check;
  await succeed(APPS, join(HERE, PROGRAMS, program), ...args);
}
