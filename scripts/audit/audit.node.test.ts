import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { verdictOn } from './verdict.js';

const SHIPPED = new Set(['lit', 'crypto-js']);
const finding = (name: string, severity: string) => ({ vulnerabilities: { [name]: { name, severity } } });

describe('the audit', () => {
  it('fails for a grave finding in what users get, and for no other', () => {
    assert.equal(verdictOn(finding('crypto-js', 'critical'), SHIPPED).passed, false);
    assert.equal(verdictOn(finding('lit', 'high'), SHIPPED).passed, false);
    assert.equal(verdictOn(finding('lit', 'moderate'), SHIPPED).passed, true);
    assert.equal(verdictOn(finding('eslint', 'critical'), SHIPPED).passed, true);
  });

  it('tells of every finding', () => {
    assert.deepEqual(verdictOn(finding('eslint', 'high'), SHIPPED).lines, ['high: eslint', '1 findings']);
    assert.deepEqual(verdictOn({ vulnerabilities: {} }, SHIPPED).lines, ['No known vulnerability']);
  });

  it('says so, and fails nothing, when the registry cannot be asked', () => {
    for (const report of [undefined, null, [], {}, { message: '405 Method Not Allowed' }]) {
      const { passed, lines } = verdictOn(report, SHIPPED);
      assert.equal(passed, true);
      assert.match(lines[0] ?? '', /^NOT AUDITED/);
    }
  });
});

describe('the lockfile', () => {
  it('names a digest for every package, and no other source than the registry', async () => {
    const text = await readFile(join(import.meta.dirname, '../../package-lock.json'), 'utf8');
    const packages = text.match(/^ {4}"node_modules\/.*": \{$/gm) ?? [];
    assert.ok(packages.length > 100);
    assert.equal((text.match(/"integrity": "sha512-/g) ?? []).length, packages.length);
    for (const entry of text.match(/"resolved": "[^"]*"/g) ?? []) {
      assert.match(entry, /"https:\/\/registry\.npmjs\.org\//);
    }
  });
});
