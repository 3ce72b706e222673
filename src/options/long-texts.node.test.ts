import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { hostsFor } from '../gateway/endpoints.js';
import { retrievalFrom } from '../gateway/retrieval-answer.js';
import { checks } from './check-value.js';
import { contentOf } from './css-content.js';
import { readLayerOptions as layer, readPageOptions as page } from './read-options.js';

const LONG = 40_000;

/** Texts that a careless pattern looks at again and again: one character many times, and something that does not fit. */
const TEXTS = ['*', ' ', '/', '(', 'a(', ',', '"', '#', '1', '.', '\\', '\t', 'url(', '%', '-'].map(
  (piece) => `x${piece.repeat(LONG)}!`,
);

/** Every option of a table with one text. */
const spread = (names: readonly string[], text: string): object =>
  Object.fromEntries(names.map((name) => [name, text]));

const GROUPS = [
  'layerStyle',
  'maskStyle',
  'titleStyle',
  'phoneStyle',
  'agreeStyle',
  'submitBtnStyle',
  'logoStyle',
];
const FIELDS = [
  'border',
  'color',
  'fontColor',
  'fontFamily',
  'fontSize',
  'bgColor',
  'width',
  'high',
  'imgUrl',
  'name',
];

describe('texts without end', () => {
  it('are refused or cut at once by whoever looks at them first', () => {
    for (const text of TEXTS) {
      for (const maskPhone of [text, text.slice(1), text.slice(1, -1)]) {
        assert.throws(() => retrievalFrom('CM', { accessToken: 'a', maskPhone }), { code: '500' });
      }
      contentOf(text);
      contentOf(`url(${text}`);
      hostsFor({ gateway: text });
      const group = spread(FIELDS, text);
      const options = { ...group, ...Object.fromEntries(GROUPS.map((name) => [name, group])) };
      for (const read of [layer, page]) {
        const { properties } = read(options, { warn: () => undefined });
        for (const value of properties.values()) assert.ok(value.length < 2100);
      }
    }
  });

  it('do not keep a border with a colour in brackets from being one', () => {
    const [check] = checks.border;
    assert.equal(check('1px solid rgba(1, 2, 3, 0.5)', false), '1px solid rgba(1, 2, 3, 0.5)');
    for (const border of ['1px solid rgba(', '1px solid ( red', '1px solid red)']) {
      assert.equal(check(border, false), undefined, border);
    }
  });
});
