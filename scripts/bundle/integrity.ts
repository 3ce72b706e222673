import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that a page loads by a `<script>` tag, which can carry an `integrity` attribute. */
const FILES = ['dist/ydrz.min.js', 'dist/browser/login.js', 'dist/browser/ydrz-elements.js'];

/** Writes `dist/integrity.json`: file → `sha384-…`, as the `integrity` attribute takes it. */
export async function writeIntegrity(rootDir: string): Promise<void> {
  const entries = await Promise.all(
    FILES.map(async (file) => {
      const hash = createHash('sha384').update(await readFile(join(rootDir, file)));
      return [file, `sha384-${hash.digest('base64')}`] as const;
    }),
  );
  await writeFile(
    join(rootDir, 'dist/integrity.json'),
    `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`,
  );
}
