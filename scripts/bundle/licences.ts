import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const licenceOf = async (rootDir: string, name: string): Promise<string> => {
  const folder = join(rootDir, 'node_modules', name);
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  if (file === undefined) throw new Error(`${name} is built in, and has no licence file`);
  return `${name}\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
};

/** Writes `THIRD-PARTY-LICENSES`: the licence of every package of which something is built in, by the files that were used. */
export async function writeLicences(rootDir: string, used: readonly string[]): Promise<void> {
  const names = used.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  const packages = [...new Set(names.filter((name) => name !== undefined))].sort();
  const licences = await Promise.all(packages.map((name) => licenceOf(rootDir, name)));
  await writeFile(join(rootDir, 'THIRD-PARTY-LICENSES'), licences.join(`\n${'-'.repeat(80)}\n\n`));
}
