import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the package was built: what is tested is what is there, as people would install it. */
export const DIST = join(import.meta.dirname, '../../dist');

/** The text of a built file. @throws {Error} where there is none. */
export const builtText = (name: string): Promise<string> =>
  readFile(join(DIST, name), 'utf8').catch((cause: unknown) => {
    throw new Error(`dist/${name} is not there: run \`npm run build\` first`, { cause });
  });
