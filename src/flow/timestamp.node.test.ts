import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { chinaTimestamp as signedTimestamp } from '../server/service/china-time.js';
import { chinaTimestamp, isTimestamp, later } from './timestamp.js';

describe('later', () => {
  it('adds milliseconds without a time zone of its own', () => {
    assert.equal(later('20260131235959999', 1), '20260201000000000');
    assert.equal(later('20240228120000000', 86_400_000), '20240229120000000');
  });

  it('gives back what is no timestamp', () => {
    assert.equal(later('yesterday', 5), 'yesterday');
  });
});

describe('isTimestamp', () => {
  it('takes 17 digits and nothing else', () => {
    assert.equal(isTimestamp('20260131235959999'), true);
    for (const text of ['', '2026013123595999', '202601312359599990', '2026-01-31T23:59:59']) {
      assert.equal(isTimestamp(text), false, text);
    }
  });
});

describe('chinaTimestamp', () => {
  it('says what the business server signs at the same moment', () => {
    for (const moment of [0, Date.UTC(2024, 1, 28, 16), Date.UTC(2026, 11, 31, 15, 59, 59, 999)]) {
      assert.equal(chinaTimestamp(moment), signedTimestamp(moment));
    }
    assert.equal(chinaTimestamp(Date.UTC(2026, 11, 31, 16)), '20270101000000000');
  });
});
