import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { minify } from 'terser';

/** A file of a build and its text. */
export interface Built {
  path: string;
  text: string;
}

const shrinkScript = async (
  { path, text }: Built,
  map: string | undefined,
  module: boolean,
): Promise<Built[]> => {
  const name = basename(path);
  const { code = '', map: shrunken } = await minify(text, {
    module,
    ecma: module ? 2020 : 2019,
    compress: { passes: 2 },
    ...(map !== undefined && { sourceMap: { content: map, filename: name, url: `${name}.map` } }),
  });
  return [
    { path, text: `${code}\n` },
    ...(typeof shrunken === 'string' ? [{ path: `${path}.map`, text: shrunken }] : []),
  ];
};

/** Makes what esbuild has minified shorter still, by terser, which takes its time. */
export async function shrink(files: readonly Built[], module: boolean): Promise<readonly Built[]> {
  const maps = new Map(files.map(({ path, text }) => [path, text]));
  const scripts = files.filter(({ path }) => path.endsWith('.js'));
  const shrunken = await Promise.all(
    scripts.map((file) => shrinkScript(file, maps.get(`${file.path}.map`), module)),
  );
  return [...shrunken.flat(), ...files.filter(({ path }) => !/\.js(\.map)?$/.test(path))];
}

/** Builds for pages that have no bundler, as small as we can. */
export async function buildShrunken(options: BuildOptions): Promise<readonly Built[]> {
  const { outputFiles } = await build({ ...options, minify: true, write: false });
  const files = outputFiles.map(({ path, text }) => ({ path, text }));
  return shrink(files, options.format === 'esm');
}

export async function writeBuilt(files: readonly Built[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
