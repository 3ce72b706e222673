import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { YdrzError } from '../codes/ydrz-error.js';
import { retrievalFrom } from './retrieval-answer.js';

const retrieved = (changes: Readonly<Record<string, unknown>>) =>
  retrievalFrom('CM', { accessToken: 'access', maskPhone: '138****8000', ...changes });

describe('the masked number of an answer', () => {
  for (const maskPhone of [
    '138****8000',
    '138 **** 8000',
    '+86 138****8000',
    '138********',
    `${'1'.repeat(16)}****`,
  ]) {
    test(`is taken: ${maskPhone}`, () => {
      assert.equal(retrieved({ maskPhone }).maskPhone, maskPhone);
    });
  }

  for (const [what, maskPhone] of Object.entries({
    'with a character too many': `${'1'.repeat(17)}****`,
    'of a length that would hold a page up': '*'.repeat(40_000),
    'with no hidden digit': '13800138000',
    'with other characters': '138****8000<b>',
    'with others before it': '<b>138****8000',
    empty: '',
    'that is no text': 13_800_138_000,
  })) {
    test(`is refused ${what}`, () => {
      assert.throws(
        () => retrieved({ maskPhone }),
        (error) => error instanceof YdrzError && error.code === '500' && error.phase === 'retrieval',
      );
    });
  }
});

test('what else an answer says is handed on, as it stands', () => {
  const said = { authPageUrl: 'https://page.example/a', appName: '书店', authLevel: '1' };
  assert.deepEqual(retrieved(said), {
    ...{ operator: 'CM', accessToken: 'access', maskPhone: '138****8000', agreements: [] },
    ...said,
  });
});

describe('the agreements of an answer', () => {
  for (const [what, customerPrivacyConfig, agreements] of [
    ['an object of names and addresses', '{"用户协议":"/a","隐私":"/b"}', ['用户协议 /a', '隐私 /b']],
    ['an address that is no text, and no name', '{"用户协议":1,"":"/b","隐私":"/c"}', ['隐私 /c']],
    ['no JSON', '{', []],
    ['a list', '["/a"]', []],
    ['nothing', undefined, []],
  ] as const) {
    test(what, () => {
      const given = retrieved({ customerPrivacyConfig }).agreements.map(({ name, url }) => `${name} ${url}`);
      assert.deepEqual(given, agreements);
    });
  }
});

test('an answer without an accessToken is none', () => {
  for (const accessToken of [undefined, '', null]) assert.throws(() => retrieved({ accessToken }));
});

test('an answer that says no level asks for the digits', () => {
  assert.equal(retrieved({}).authLevel, '4');
  assert.equal(retrieved({ authLevel: '1' }).authLevel, '1');
});
