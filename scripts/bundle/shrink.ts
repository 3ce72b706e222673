import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { build, type BuildOptions, type OutputFile } from 'esbuild';
import { minify } from 'terser';

/** A file of a build and its text. */
export interface Built {
  path: string;
  text: string;
}

const shrinkScript = async (
  { path, text }: OutputFile,
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

/** Builds for pages that have no bundler: what esbuild minifies, made shorter still by terser, which takes its time. */
export async function buildShrunken(options: BuildOptions): Promise<readonly Built[]> {
  const { outputFiles } = await build({ ...options, minify: true, write: false });
  const maps = new Map(outputFiles.map(({ path, text }) => [path, text]));
  const scripts = outputFiles.filter(({ path }) => path.endsWith('.js'));
  const shrunken = await Promise.all(
    scripts.map((file) => shrinkScript(file, maps.get(`${file.path}.map`), options.format === 'esm')),
  );
  const others = outputFiles.filter(({ path }) => !/\.js(\.map)?$/.test(path));
  return [...shrunken.flat(), ...others.map(({ path, text }) => ({ path, text }))];
}

export async function writeBuilt(files: readonly Built[]): Promise<void> {
  for (const { path, text } of files) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
