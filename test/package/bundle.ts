import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from './installed.js';

/** Vite and Rollup are installed with the framework pages. */
const FRAMEWORKS = join(ROOT, 'test/frameworks');

/** What is used of Rollup, which Vite is built on. */
interface Rollup {
  rollup(options: { input: string; plugins: unknown[]; onwarn: () => void }): Promise<{
    generate(options: { format: 'es' }): Promise<Output>;
    close(): Promise<void>;
  }>;
}

interface Chunk {
  fileName: string;
  code?: string;
  isEntry?: boolean;
  /** Files that are loaded with it. */
  imports?: readonly string[];
}

interface Output {
  output: readonly Chunk[];
}

interface Vite {
  build(options: object): Promise<Output | Output[]>;
}

/** A module of the framework pages' packages. */
const load = async (name: string): Promise<object> => {
  const path = createRequire(join(FRAMEWORKS, 'package.json')).resolve(name);
  const module: unknown = await import(pathToFileURL(path).href);
  if (typeof module !== 'object' || module === null) throw new TypeError(`${name} is no module`);
  return module;
};

const isRollup = (module: object): module is Rollup => 'rollup' in module;
const isVite = (module: object): module is Vite => 'build' in module;
const isResolver = (module: object): module is { nodeResolve: (options: object) => unknown } =>
  'nodeResolve' in module;

/** The code that a page runs at once: without what is imported later. */
const atOnce = ({ output }: Output): string => {
  const codeOf = ({ code = '', imports = [] }: Chunk): string =>
    code +
    output
      .filter(({ fileName }) => imports.includes(fileName))
      .map(codeOf)
      .join('\n');
  return output
    .filter(({ isEntry }) => isEntry)
    .map(codeOf)
    .join('\n');
};

/** Bundle a program for the browser, and shake it: its own code, without what it imports later. */
export const BUNDLERS: Readonly<Record<string, (file: string) => Promise<string>>> = {
  async esbuild(file) {
    const { outputFiles } = await build({
      ...{ entryPoints: [file], outdir: 'out', bundle: true, write: false, minifySyntax: true },
      ...{ splitting: true, format: 'esm', target: 'es2022', logLevel: 'silent' },
    });
    return outputFiles.find(({ path }) => path.endsWith(`out/${file.split('/').pop() ?? ''}`))?.text ?? '';
  },
  async rollup(file) {
    const [module, resolver] = await Promise.all([load('rollup'), load('@rollup/plugin-node-resolve')]);
    if (!isRollup(module) || !isResolver(resolver)) throw new TypeError('Rollup is another');
    const plugins = [resolver.nodeResolve({ browser: true })];
    const bundle = await module.rollup({ input: file, plugins, onwarn: () => undefined });
    const output = await bundle.generate({ format: 'es' });
    await bundle.close();
    return atOnce(output);
  },
  async vite(file) {
    const vite = await load('vite');
    if (!isVite(vite)) throw new TypeError('Vite is another');
    const rollupOptions = { input: file, preserveEntrySignatures: 'strict' };
    const result = await vite.build({
      ...{ configFile: false, logLevel: 'silent', root: join(file, '..') },
      build: { write: false, minify: false, modulePreload: false, rollupOptions },
    });
    return Array.isArray(result) ? result.map(atOnce).join('') : atOnce(result);
  },
};
