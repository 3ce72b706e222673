import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const ROOT = join(import.meta.dirname, '../..');

/** What the audit makes of a report of npm's. */
const audit = (report: unknown): { passed: boolean; said: string[] } => {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/audit.ts'], {
    ...{ cwd: ROOT, encoding: 'utf8', input: report === undefined ? '' : JSON.stringify(report) },
  });
  return { passed: status === 0, said: stdout.trim().split('\n') };
};

const finding = (name: string, severity: string) => ({ vulnerabilities: { [name]: { name, severity } } });

describe('the audit', () => {
  it('fails for a grave finding in what users get, and for no other', () => {
    assert.equal(audit(finding('crypto-js', 'critical')).passed, false);
    assert.equal(audit(finding('lit', 'high')).passed, false);
    assert.equal(audit(finding('lit', 'moderate')).passed, true);
  });

  it('tells of every finding', () => {
    assert.deepEqual(audit(finding('eslint', 'high')), {
      passed: true,
      said: ['high: eslint', '1 findings'],
    });
    assert.deepEqual(audit({ vulnerabilities: {} }).said, ['No known vulnerability']);
  });

  it('says so, and fails nothing, when the registry cannot be asked', () => {
    for (const report of [undefined, null, { message: '405 Method Not Allowed' }]) {
      const { passed, said } = audit(report);
      assert.equal(passed, true);
      assert.match(said[0] ?? '', /^NOT AUDITED/);
    }
  });
});

describe('the lockfile', () => {
  it('names a digest for every package, and no other source than the registry', async () => {
    const text = await readFile(join(ROOT, 'package-lock.json'), 'utf8');
    const packages = text.match(/^ {4}"node_modules\/.*": \{$/gm) ?? [];
    assert.ok(packages.length > 100);
    assert.equal((text.match(/"integrity": "sha512-/g) ?? []).length, packages.length);
    for (const entry of text.match(/"resolved": "[^"]*"/g) ?? []) {
      assert.match(entry, /"https:\/\/registry\.npmjs\.org\//);
    }
  });
});
