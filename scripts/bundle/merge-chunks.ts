import { basename, join } from 'node:path';
import type { OutputFile } from 'esbuild';
import { rollup, type OutputChunk } from 'rollup';
import type { Built } from './shrink.js';

/** What the files that were merged into a chunk have beside them under a name with an ending. */
const beside = (texts: ReadonlyMap<string, string>, { moduleIds }: OutputChunk, ending: string): string =>
  moduleIds.flatMap((id) => texts.get(id + ending) ?? []).join('\n');

interface Merging {
  /** The names of the entries, which their files keep. */
  entries: readonly string[];
  outdir: string;
  /**
   * Entries hold no code that a chunk imports. A page may have added `?v=2` to the address of an entry, and would load and
   * run it a second time.
   */
  hollow: boolean;
}

/**
 * Makes fewer files of what esbuild has split: esbuild makes one for every set of imports that share something, even where one
 * of them is never loaded without the other.
 *
 * @returns files with source maps and licence texts, as esbuild would return them.
 */
export async function mergeChunks(
  outputFiles: readonly OutputFile[],
  { entries, outdir, hollow }: Merging,
): Promise<readonly Built[]> {
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const bundle = await rollup({
    input: entries.map((name) => `${name}.js`),
    preserveEntrySignatures: hollow ? 'strict' : 'allow-extension',
    plugins: {
      name: 'split',
      resolveId: (id) => basename(id),
      load: (id) => ({ code: texts.get(id) ?? '', map: texts.get(`${id}.map`) ?? null }),
    },
  });
  const { output } = await bundle.generate({
    format: 'es',
    dir: outdir,
    sourcemap: true,
    chunkFileNames: 'chunk-[hash].js',
  });
  return output.flatMap((file) => {
    const path = join(outdir, file.fileName);
    if (file.type === 'asset') return [{ path, text: String(file.source) }];
    const licences = beside(texts, file, '.LEGAL.txt');
    return [{ path, text: file.code }, ...(licences ? [{ path: `${path}.LEGAL.txt`, text: licences }] : [])];
  });
}
