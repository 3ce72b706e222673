import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

const read = (file: string): Promise<string> => readFile(join(ROOT, file), 'utf8');

/** Code that names something of the repository, such as `src/flow/run-login.ts`; a pattern names many. */
const PATH = /`((?:src|test|demo|bench|scripts)\/[\w./-]+)`/g;

for (const document of ['CONTRIBUTING.md', 'SECURITY.md', 'README.md', 'README.zh-CN.md']) {
  test(`every file that ${document} names is there`, async () => {
    const named = Array.from((await read(document)).matchAll(PATH), ([, path = '']) => path);
    // The READMEs are for users, who need no file of ours.
    if (!document.startsWith('README')) assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((path) => !existsSync(join(ROOT, path))),
      [],
    );
  });
}

test('CONTRIBUTING says of every folder of tests what it proves', async () => {
  const contributing = await read('CONTRIBUTING.md');
  const folders = (await readdir(join(ROOT, 'test'), { withFileTypes: true })).filter((one) =>
    one.isDirectory(),
  );
  assert.ok(folders.length > 5);
  assert.deepEqual(
    folders.map(({ name }) => `| \`test/${name}\``).filter((row) => !contributing.includes(row)),
    [],
  );
});

/** `views: { uses: ['options', 'locale'], …` in the linter's table. */
const ROW = /^ {2}(\w+): \{\s*uses: \[([^\]]*)\]/gm;
/** `src/views → src/options, src/locale` in the drawing. */
const ARROW = /^src\/(\w+) +→ +(.+)$/gm;

test('the map that CONTRIBUTING draws is the one that the linter holds', async () => {
  const held = Array.from((await read('eslint.config.mjs')).matchAll(ROW), ([, room = '', uses = '']) => ({
    room,
    uses: Array.from(uses.matchAll(/\w+/g), ([name]) => name).sort(),
  })).filter(({ uses }) => uses.length > 0);
  const drawn = Array.from((await read('CONTRIBUTING.md')).matchAll(ARROW), ([, room = '', uses = '']) => ({
    room,
    uses: Array.from(uses.matchAll(/src\/(\w+)/g), ([, name = '']) => name).sort(),
  }));
  const byRoom = (a: { room: string }, b: { room: string }) => a.room.localeCompare(b.room);
  assert.ok(held.length > 5);
  assert.deepEqual(drawn.sort(byRoom), held.sort(byRoom));
});
