import assert from 'node:assert/strict';
import { createDecipheriv, createHash } from 'node:crypto';
import { describe, it } from 'node:test';

import { digest } from './digest.js';
import { seal } from './sealing.js';

// Every expectation was computed with Node's own crypto, which the code under test does not use.

describe('digest', () => {
  it('is the MD5 of the UTF-8 bytes, in lower-case hex', () => {
    assert.equal(digest(''), 'd41d8cd98f00b204e9800998ecf8427e');
    assert.equal(digest('一键登录'), createHash('md5').update('一键登录', 'utf8').digest('hex'));
  });
});

describe('seal', () => {
  const parameters = { ver: '1.0', appId: '300012345678', name: '电信' };

  it('gives the ciphertext that another implementation gave', () => {
    assert.deepEqual(seal(parameters, '0123456789abcdef'), {
      encrypted: '0123456789abcdef',
      reqdata:
        'f5648e3503d5ad43844fd8aa177c0fc0d221d04a57a37dbf792808cf68f7867f93eda4dbac6c960e73217f990deac4c98d27827c4faa3d48fb4dc5c1abb39c5a',
    });
  });

  it('can be opened with the key that the service derives, under fresh random characters', () => {
    const first = seal(parameters);
    const second = seal(parameters);
    assert.match(first.encrypted, /^[0-9a-f]{16}$/);
    assert.notEqual(first.encrypted, second.encrypted);
    const key = createHash('md5').update(first.encrypted).digest('hex').toUpperCase().slice(8, 24);
    const decipher = createDecipheriv('aes-128-cbc', key, '0'.repeat(16));
    const opened = decipher.update(first.reqdata, 'hex', 'utf8') + decipher.final('utf8');
    assert.deepEqual(JSON.parse(opened), parameters);
  });
});
