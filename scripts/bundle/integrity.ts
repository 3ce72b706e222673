import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files that a page loads by a `<script>` tag, which can carry an `integrity` attribute. */
const FILES = ['dist/ydrz.min.js', 'dist/browser/login.js', 'dist/browser/ydrz-elements.js'];

/** Writes `dist/integrity.json`: file → `sha384-…`, as the `integrity` attribute takes it. */
export async function writeIntegrity(rootDir: string): Promise<void> {
  const hashes: Record<string, string> = {};
  for (const file of FILES) {
    const hash = createHash('sha384').update(await readFile(join(rootDir, file)));
    hashes[file] = `sha384-${hash.digest('base64')}`;
  }
  await writeFile(join(rootDir, 'dist/integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
}
