import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { isTimestamp, later } from './timestamp.js';

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
