import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { scriptRules } from './script-rules.js';

describe('scriptRules', () => {
  it('allows the carriers’ scripts from everywhere unless the page says otherwise', () => {
    for (const settings of [
      {},
      { jsonp: '', jsonpHosts: '' },
      { jsonp: 'on' },
      { jsonp: 'whatever' },
      { jsonp: 'turnoff' },
      { jsonp: 'offer' },
    ]) {
      assert.deepEqual(scriptRules(settings), { allowed: true });
    }
  });

  it('allows none with off', () => {
    for (const jsonp of ['off', 'OFF', ' off ']) assert.deepEqual(scriptRules({ jsonp }), { allowed: false });
  });

  it('hands on the page’s nonce, where it gave one', () => {
    assert.deepEqual(scriptRules({ nonce: 'n0nce' }), { allowed: true, nonce: 'n0nce' });
    assert.deepEqual(scriptRules({ nonce: '' }), { allowed: true });
  });

  it('reads a list of hosts, between spaces or commas, in any case', () => {
    assert.deepEqual(scriptRules({ jsonpHosts: ' ID6.me, *.wostore.cn\n opencloud.example ' }), {
      allowed: true,
      hosts: ['id6.me', '*.wostore.cn', 'opencloud.example'],
    });
  });

  it('allows no host with a list that names none', () => {
    assert.deepEqual(scriptRules({ jsonpHosts: ' , ' }), { allowed: true, hosts: [] });
  });
});
