import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { hintFor } from 'ydrz-elements/core';
import { CELLS, HOPS, outcomeOf } from './cells.js';
import { matrixText } from './table.js';

test('the printed matrix is the one that is tested', async () => {
  const printed = await readFile(join(import.meta.dirname, 'README.md'), 'utf8');
  assert.equal(printed, matrixText(), '`npm run fault-matrix` writes it anew');
});

test('every cell ends with a token, or with a code and a phase of the documentation', () => {
  const unknown = hintFor({ code: 'nobody’s' });
  for (const { hop, trouble } of CELLS) {
    const end = outcomeOf(hop, trouble);
    if (end === 'token') continue;
    const [, code = '', phase = ''] = /^(-?\d+) (credentials|retrieval|authorization|token)$/.exec(end) ?? [];
    assert.notEqual(phase, '', end);
    // The one made-up code is handed on as it came.
    if (code !== '999999') assert.notEqual(hintFor({ code }), unknown, `${code} has a hint of its own`);
  }
  assert.ok(CELLS.length > 250);
  assert.equal(HOPS.length, 13);
});
