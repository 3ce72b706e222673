import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseFields } from '../services/fields.js';
import { end, ROOT } from './installed.js';

/** Ask whether a package with this repository may be published. */
const check = async (repository: unknown): Promise<{ ok: boolean; output: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'ydrz-publishable-'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'a', repository }));
  const tsx = join(ROOT, 'node_modules/.bin/tsx');
  const result = await end(folder, tsx, join(ROOT, 'scripts/publishable.ts'));
  await rm(folder, { recursive: true });
  return result;
};

test('nothing is published from a repository that nobody can have', async () => {
  for (const repository of [
    undefined,
    { url: '' },
    { url: 'git+https://github.example/owner/a.git' },
    { url: 'git@github.com:owner/a.git' },
  ]) {
    const { ok, output } = await check(repository);
    assert.equal(ok, false);
    assert.match(output, /git\+https:\/\/github\.com\/<owner>\/<name>\.git/);
  }
});

test('the repository’s address is all that has to be filled in', async () => {
  const { ok, output } = await check({ url: 'git+https://github.com/owner/a.git' });
  assert.ok(ok, output);
  const manifest = parseFields(await readFile(join(ROOT, 'package.json'), 'utf8')) ?? {};
  assert.deepEqual([manifest['homepage'], manifest['bugs']], [undefined, undefined]);
});
