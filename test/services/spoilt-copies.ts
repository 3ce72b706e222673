import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** By which hop's name the faults of a lane know a chunk that is fetched when it is needed, told by what it exports. */
const HOPS: readonly [name: string, exchange: string][] = [
  ['LoginStarter', 'chunk'],
  ['YdrzAuthLayerElement', 'screen-chunk'],
  ['YdrzAuthPageElement', 'screen-chunk'],
  ['layerOptionsOf', 'reader-chunk'],
  ['hintFor', 'hints-chunk'],
  ['askChinaTelecom', 'partners-chunk'],
];

const ENTRIES: readonly string[] = ['login.js', 'ydrz-elements.js'];

const exchangeOf = (file: string, text: string): string => {
  const [exported = ''] = ENTRIES.includes(file) ? [] : (/\bexport\s*\{[^}]*\}/.exec(text) ?? []);
  return HOPS.find(([name]) => new RegExp(`\\b${name}\\b`).test(exported))?.[1] ?? 'file';
};

/** A file of the package as it was built, and the hop by which it is spoilt; `file` is none of a login. */
export interface CopiedFile {
  text: string;
  exchange: string;
}

/**
 * The package as a page without a build step loads it. Served under an address of each test's own it is a copy of its own, whose
 * files can be spoilt.
 */
export const readCopy = async (rootDir: string): Promise<ReadonlyMap<string, CopiedFile>> => {
  const folder = join(rootDir, 'dist/browser');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'));
  const copy = new Map<string, CopiedFile>();
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    copy.set(file, { text, exchange: exchangeOf(file, text) });
  }
  return copy;
};
