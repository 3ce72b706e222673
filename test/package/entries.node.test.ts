import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import ts from 'typescript';
import { isFields, parseFields } from '../services/fields.js';
import { ROOT } from './installed.js';

const manifest = parseFields(await readFile(join(ROOT, 'package.json'), 'utf8')) ?? {};

/** Every file that a field of the manifest names, under whatever condition; a `*` stands for the names that are tested by themselves. */
const filesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.includes('*') ? [] : [value];
  return isFields(value) ? Object.values(value).flatMap(filesIn) : [];
};

const FIELDS = [
  'main',
  'module',
  'types',
  'unpkg',
  'jsdelivr',
  'customElements',
  'web-types',
  'bin',
  'exports',
];
const files = [...new Set(FIELDS.flatMap((field) => filesIn(manifest[field])))];
const BROWSER = ['dist/browser/login.js', 'dist/browser/ydrz-elements.js'];

test('every file that the manifest names is there', () => {
  assert.ok(files.length > 30, `only ${files.length} files`);
  assert.deepEqual(
    files.filter((file) => !existsSync(join(ROOT, file))),
    [],
  );
});

test('every script of the package is whole, and so is all that it imports or fetches on demand', async () => {
  const scripts = [...files, ...BROWSER].filter((file) => file.endsWith('.js'));
  for (const script of scripts) {
    // Rejects where a file is not there, or is no script.
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: [script],
      outdir: 'unwritten',
      format: 'esm',
      platform: 'node',
      external: ['lit', 'lit/*', 'react'],
      ...{ bundle: true, write: false, splitting: true, metafile: true, logLevel: 'silent' },
    }).catch((cause: unknown) => {
      throw new Error(`${script}: ${String(cause)}`);
    });
    // One that is fetched on demand is let pass, where the code that fetches it knows what to do without.
    const missing = Object.values(metafile.inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ path, external }) => external && path.startsWith('.'));
    assert.deepEqual(missing, [], script);
  }
});

test('every type of the package is there, and so are those that it is made of', () => {
  const roots = files.filter((file) => file.endsWith('.d.ts')).map((file) => join(ROOT, file));
  const program = ts.createProgram(roots, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    noEmit: true,
    strict: true,
    types: ['node'],
  });
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(ROOT, 'dist')));
  assert.ok(own.length > roots.length);
  const problems = own
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
    // A framework's own types, which only its users have.
    .filter((problem) => !/'(react|vue|preact|solid-js|svelte)\b/.test(problem));
  assert.deepEqual(problems, []);
});
