import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Prints what a page loads, in bytes after minifying and brotli 11. */
export async function reportSizes(rootDir: string): Promise<void> {
  const modules = (await readdir(join(rootDir, 'dist/browser')))
    .filter((name) => name.endsWith('.js'))
    .sort();
  for (const file of ['dist/ydrz.min.js', ...modules.map((name) => `dist/browser/${name}`)]) {
    const bytes = brotliCompressSync(await readFile(join(rootDir, file)), OPTIONS).byteLength;
    console.log(`${(bytes / 1000).toFixed(1).padStart(6)} KB  ${file}`);
  }
}
