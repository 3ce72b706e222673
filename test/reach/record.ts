// `npm run reach:record` makes the published table of what the runs on this machine have seen; what they have not tried stays as it was.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SEEN, isTried, type Tried } from './tried.js';

const FILE = join(import.meta.dirname, 'tried.json');

const idOf = ({ kind, name, version }: Tried): string => `${kind} ${name} ${version}`;

const read = async (file: string): Promise<Tried[]> => {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  return [value].flat().filter(isTried);
};

const seen = await Promise.all((await readdir(SEEN)).map((file) => read(join(SEEN, file))));
const rows = new Map([...(await read(FILE)), ...seen.flat()].map((row) => [idOf(row), row]));
const sorted = [...rows.values()].sort((a, b) =>
  idOf(a).localeCompare(idOf(b), 'en', { numeric: true, sensitivity: 'base' }),
);
await writeFile(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
console.log(`${sorted.length} rows`);
