import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LoginFigures } from './login-figures.js';

test('logins are counted by carrier, and those that failed by code', () => {
  const kept = new LoginFigures();
  assert.deepEqual(kept.figures, { carriers: [], codes: [] });
  const ended = { hops: [], phase: 'token' } as const;
  kept.add({ ...ended, code: '103000', operator: 'CT' });
  kept.add({ ...ended, code: '104012', operator: 'CT' });
  kept.add({ ...ended, code: '103000', operator: 'CM' });
  for (let count = 0; count < 2; count++)
    kept.add({ ...ended, code: '501', phase: 'authorization', operator: 'CM' });
  kept.add({ ...ended, code: '103111', phase: 'retrieval', operator: 'unknown' });
  assert.deepEqual(kept.figures, {
    carriers: [
      { operator: 'CM', logins: 3, successes: 1 },
      { operator: 'CT', logins: 2, successes: 1 },
      { operator: 'unknown', logins: 1, successes: 0 },
    ],
    codes: [
      { code: '501', phase: 'authorization', logins: 2 },
      { code: '104012', phase: 'token', logins: 1 },
      { code: '103111', phase: 'retrieval', logins: 1 },
    ],
  });
});

test('codes that are made up do not fill the memory', () => {
  const kept = new LoginFigures();
  for (let code = 0; code < 10_000; code++)
    kept.add({ code: String(code), phase: 'token', operator: 'CM', hops: [] });
  kept.add({ code: '0', phase: 'token', operator: 'CM', hops: [] });
  const { carriers, codes } = kept.figures;
  assert.equal(carriers[0]?.logins, 10_001);
  assert.deepEqual([codes.length, codes[0]], [8, { code: '0', phase: 'token', logins: 2 }]);
});
