import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../package/installed.js';

/** Where runs leave what they have seen; `npm run reach:record` makes the published table of it. */
export const SEEN = join(ROOT, 'node_modules/.cache/tried');

/** One line of the table of what was tried. */
export interface Tried {
  kind: 'engine' | 'framework' | 'types';
  name: string;
  /** As the engine or the installed package states it. */
  version: string;
  /** What was done with it: a login each, or with `types-…` where it has read the types with that module resolution. */
  logins: readonly string[];
  /** Day of the run, `yyyy-mm-dd`. */
  date: string;
}

export const isTried = (value: unknown): value is Tried =>
  typeof value === 'object' && value !== null && 'kind' in value && 'version' in value && 'logins' in value;

/** Remember that the logins have gone well. */
export const remember = async (tried: Omit<Tried, 'date'>): Promise<void> => {
  const date = new Date().toISOString().slice(0, 10);
  const file = `${tried.kind}-${tried.name}-${tried.version}`.replace(/[^\w.-]+/g, '-').toLowerCase();
  await mkdir(SEEN, { recursive: true });
  await writeFile(join(SEEN, `${file}.json`), JSON.stringify({ ...tried, date }));
};
