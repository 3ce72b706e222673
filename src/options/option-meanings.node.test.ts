import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layerTable } from './layer-options.js';
import { optionMeaning } from './option-meanings.js';
import { pageTable } from './page-options.js';
import { rowsOf } from './rows.js';

test('every option has a meaning in both languages', () => {
  for (const [option] of [...rowsOf(layerTable), ...rowsOf(pageTable)]) {
    const meaning = optionMeaning(option);
    assert.ok(meaning, option);
    assert.match(meaning.en, /[a-z]/);
    assert.match(meaning.zh, /\p{Script=Han}/u);
  }
});

test('what is no option has none', () => {
  for (const option of [
    '',
    'width',
    'layerStyle',
    'layerStyle.shine',
    'toString.length',
    'layerStyle.toString',
  ]) {
    assert.equal(optionMeaning(option), undefined, option);
  }
});
