import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PAGE_ENTRIES } from './entries.js';
import { BROWSER_LOGIN, CLASSIC, LOADS, type Budget } from './loads.js';
import { compressed, weigh, weighBuilt } from './weigh.js';

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

const sizeOf = ({ name, what, goal }: Budget, bytes: number): Size => ({
  ...{ name, what, bytes },
  ...(goal !== undefined && { goal }),
});

/** Weighs everything that has a budget; what pages without a build step load as it stands in `dist/`. */
export async function measureSizes(rootDir: string): Promise<Size[]> {
  const loads = LOADS.map(async (load) => sizeOf(load, await weigh(rootDir, load)));
  const { bytes: button } = await weighBuilt(join(rootDir, 'dist/browser/login.js'));
  const classic = compressed(await readFile(join(rootDir, 'dist/ydrz.min.js')));
  return [...(await Promise.all(loads)), sizeOf(BROWSER_LOGIN, button), sizeOf(CLASSIC, classic)];
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
