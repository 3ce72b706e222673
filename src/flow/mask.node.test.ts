import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { completeNumber, hiddenCount } from './mask.js';

describe('completeNumber', () => {
  it('puts the digits in place of the stars, wherever they stand', () => {
    assert.equal(completeNumber('138****8000', '0013'), '13800138000');
    assert.equal(completeNumber('1*8**138*00', '3008'), '13800138800');
  });

  it('is empty unless the digits fill the mask exactly', () => {
    for (const digits of ['', '001', '00138', '00a3', '００１']) {
      assert.equal(completeNumber('138****8000', digits), '', digits);
    }
  });

  it('takes the digits of other scripts', () => {
    for (const digits of ['００１３', '٠٠١٣', '۰۰۱۳', '0٠１۳']) {
      assert.equal(completeNumber('138****8000', digits), '13800138000', digits);
    }
  });

  it('leaves spaces and the country code’s plus sign out of the number', () => {
    assert.equal(completeNumber('138 **** 8000', '0013'), '13800138000');
  });

  it('counts the stars', () => {
    assert.equal(hiddenCount('138****8000'), 4);
    assert.equal(hiddenCount('13800138000'), 0);
  });
});
