import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import ts from 'typescript';
import { MODULE_BROWSERS, MODULE_SYNTAX, shared } from '../../scripts/bundle/settings.js';

const rootDir = join(import.meta.dirname, '../..');

/** `a?.b(...c)`, which Chrome below 91 gets wrong; the build leaves optional chaining as it is for everything else. */
const hasSpreadInChain = (code: string): boolean => {
  const source = ts.createSourceFile('built.js', code, ts.ScriptTarget.Latest);
  let found = false;
  const visit = (node: ts.Node): void => {
    found ||= ts.isCallChain(node) && node.arguments.some((argument) => ts.isSpreadElement(argument));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

test('a spread in an optional chain is found', () => {
  assert.ok(hasSpreadInChain('a?.b(1, ...c)'));
  assert.ok(!hasSpreadInChain('a?.b(c); d(...e)'));
});

test('no page entry has one', async () => {
  const { outputFiles } = await build({
    ...shared(rootDir),
    entryPoints: ['src/index.ts', 'src/core.ts', 'src/legacy/index.ts'],
    outdir: rootDir,
    write: false,
    sourcemap: false,
    format: 'esm',
    target: MODULE_BROWSERS,
    supported: MODULE_SYNTAX,
  });
  const scripts = outputFiles.filter(({ path }) => path.endsWith('.js'));
  assert.equal(scripts.length, 3);
  assert.deepEqual(
    scripts.map(({ text }) => hasSpreadInChain(text)),
    [false, false, false],
  );
});
