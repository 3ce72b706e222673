import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGE_ENTRIES } from './entries.js';
import { CLASSIC, LOADS } from './loads.js';
import { compressed, weigh } from './weigh.js';

/** One line of the table of sizes, in bytes after minifying and brotli 11. */
export interface Size {
  name: string;
  what: string;
  bytes: number;
  goal?: number;
}

/** An entry of the package, Lit in it: what its import loads, and what that is with all that is fetched on demand. */
export interface EntrySize {
  name: string;
  atImport: number;
  withAll: number;
}

/** Weighs everything that has a budget; the classic script as it stands in `dist/`. */
export async function measureSizes(rootDir: string): Promise<Size[]> {
  const weighed = await Promise.all(LOADS.map((load) => weigh(rootDir, load)));
  const classic = compressed(await readFile(join(rootDir, 'dist/ydrz.min.js')));
  return [...LOADS, CLASSIC].map(({ name, what, goal }, index) => ({
    name,
    what,
    bytes: weighed[index] ?? classic,
    ...(goal !== undefined && { goal }),
  }));
}

/** Weighs every entry of the package for pages, each by itself. */
export const measureEntries = (rootDir: string): Promise<EntrySize[]> =>
  Promise.all(
    PAGE_ENTRIES.map(async ({ name, source }) => {
      const start = { source };
      const [atImport, withAll] = await Promise.all([
        weigh(rootDir, { start, fetched: [] }),
        weigh(rootDir, { start, fetched: 'all' }),
      ]);
      return { name: name === 'index' ? 'ydrz-elements' : `ydrz-elements/${name}`, atImport, withAll };
    }),
  );

export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** The sizes as the lines of a table. */
export const sizeLines = (sizes: readonly Size[]): string[] =>
  sizes.map(({ what, bytes, goal }) => {
    const distance = goal === undefined ? '' : `, goal ${kilobytes(goal)}`;
    return `${kilobytes(bytes).padStart(8)}  ${what}${distance}`;
  });

/** Prints what a page loads. */
export async function reportSizes(rootDir: string): Promise<void> {
  for (const line of sizeLines(await measureSizes(rootDir))) console.log(line);
}
