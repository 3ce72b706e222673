import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CLASSIC, LOADS } from './loads.js';
import { compressed, weigh } from './weigh.js';

/** Where the documentation site finds the sizes. */
const SITE_DATA = 'demo/pages/generated/sizes.json';

/** One line of the table of sizes, in bytes after minifying and brotli 11. */
export interface Size {
  name: string;
  what: string;
  bytes: number;
  goal?: number;
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

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** The sizes as the lines of a table. */
export const sizeLines = (sizes: readonly Size[]): string[] =>
  sizes.map(({ what, bytes, goal }) => {
    const distance = goal === undefined ? '' : `, goal ${kilobytes(goal)}`;
    return `${kilobytes(bytes).padStart(8)}  ${what}${distance}`;
  });

/** Prints what a page loads, and writes it for the documentation site. */
export async function reportSizes(rootDir: string): Promise<void> {
  const sizes = await measureSizes(rootDir);
  const file = join(rootDir, SITE_DATA);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(sizes));
  for (const line of sizeLines(sizes)) console.log(line);
}
