import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { DIFFERENCES } from './differences.js';

const GUIDE = join(import.meta.dirname, '../../demo/pages/migration.html');

test('the migration guide has a row for every difference, with a reason in both languages, and for nothing else', async () => {
  const guide = await readFile(GUIDE, 'utf8');
  const rows = [...guide.matchAll(/<tr data-difference="([\w-]+)">(.*?)<\/tr>/gs)];
  assert.deepEqual(
    rows.map(([, id]) => id),
    DIFFERENCES,
  );
  for (const [, id, row = ''] of rows) {
    const cells = [...row.matchAll(/<span class="say" lang="([\w-]+)"\s*>([^<]+)<\/span/g)];
    assert.deepEqual(
      cells.map(([, lang]) => lang),
      ['zh-CN', 'en', 'zh-CN', 'en'],
      id,
    );
  }
});
