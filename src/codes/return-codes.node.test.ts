import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { hintFor } from './hints.js';
import { RETURN_CODES, remedyText } from './return-codes.js';

const SRC = join(import.meta.dirname, '..');
const LANGUAGES = ['zh-CN', 'en'] as const;
const listedBy = (source: string) => RETURN_CODES.filter((row) => row.source === source && row.listed);

describe('return codes', () => {
  it('lists as many codes per source as the guide does, and no code of a source twice', () => {
    const listed = Object.fromEntries(
      ['CM', 'CT', 'CU', 'token'].map((source) => [source, listedBy(source).length]),
    );
    assert.deepEqual(listed, { CM: 18, CT: 48, CU: 18, token: 20 });
    const names = RETURN_CODES.map(({ source, code }) => `${source} ${code}`);
    assert.equal(new Set(names).size, names.length);
  });

  it('has the guide’s text for every code that it lists, and a meaning for every code', () => {
    for (const { source, code, texts, meaning, listed } of RETURN_CODES) {
      assert.match(code, /^-?\d+$/);
      assert.ok(meaning, `${source} ${code} has no meaning`);
      if (listed) assert.ok(texts.length > 0 && texts.every(Boolean), `${source} ${code} has no text`);
    }
  });

  it('knows what to do about every code but success, in both languages', () => {
    for (const language of LANGUAGES) {
      const unknown = hintFor({ code: 'none' }, language);
      for (const { source, code } of RETURN_CODES) {
        const remedy = remedyText({ source, code }, language);
        if (code === '103000' || code === '0') assert.equal(remedy, '');
        else assert.ok(remedy && remedy !== unknown, `${source} ${code} has no remedy in ${language}`);
      }
    }
  });

  it('tells the page’s own 503 from a carrier’s', () => {
    assert.notEqual(
      remedyText({ source: 'CM', code: '503' }, 'en'),
      remedyText({ source: 'CT', code: '503' }, 'en'),
    );
    assert.equal(
      remedyText({ source: 'CT', code: '503' }, 'en'),
      remedyText({ source: 'CU', code: '503' }, 'en'),
    );
  });

  it('stays out of everything that a page loads', () => {
    const importers = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
      // The simulation and the program are loaded by no page.
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^(?:sandbox|cli)\b/.test(file))
      .filter((file) => readFileSync(join(SRC, file), 'utf8').includes('return-codes.js'));
    assert.deepEqual(importers, []);
  });
});
