import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { checkScriptUrl } from './script-url.js';

const OPEN = { allowed: true };

describe('checkScriptUrl', () => {
  it('hands on a secure address as it is, to the letter', () => {
    for (const address of [
      'https://id6.me/gw/preuniq.do?callback=x&a=%2F',
      'https://opencloud.wostore.cn:8443/a#b',
      'http://localhost:8010/gateway/ct',
      'http://127.0.0.1/x',
      'http://127.1.2.3/x',
      'http://[::1]:8010/x',
    ]) {
      assert.equal(checkScriptUrl(address, OPEN), address);
    }
  });

  it('refuses what is not https, or http on this machine', () => {
    for (const address of [
      'http://id6.me/x',
      'http://localhost.example.com/x',
      'http://127.0.0.1.example.com/x',
      'http://127.example.com/x',
      'ftp://id6.me/x',
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/javascript,alert(1)',
      'blob:https://id6.me/1',
      'file:///etc/passwd',
      '//id6.me/x',
      '/x',
      'x',
      '',
      'https://',
    ]) {
      assert.throws(() => checkScriptUrl(address, OPEN), TypeError, address);
    }
  });

  it('refuses an address with a name or a password in it', () => {
    for (const address of ['https://id6.me@example.com/x', 'https://a:b@id6.me/x', 'https://:b@id6.me/x']) {
      assert.throws(() => checkScriptUrl(address, OPEN), TypeError, address);
    }
  });

  it('keeps to the page’s list of hosts, in which *. stands for everything below', () => {
    const rules = { allowed: true, hosts: ['id6.me', '*.wostore.cn'] };
    for (const address of [
      'https://id6.me/x',
      'https://ID6.ME/x',
      'https://opencloud.wostore.cn/x',
      'https://a.b.wostore.cn/',
    ]) {
      assert.equal(checkScriptUrl(address, rules), address);
    }
    for (const address of [
      'https://evil.example/x',
      'https://a.id6.me/x',
      'https://wostore.cn/x',
      'https://evilwostore.cn/x',
      'https://wostore.cn.evil.example/x',
      'https://id6.me.evil.example/x',
      'https://id6.me./x',
      'http://localhost/x',
    ]) {
      assert.throws(() => checkScriptUrl(address, rules), TypeError, address);
    }
    assert.throws(() => checkScriptUrl('https://id6.me/x', { allowed: true, hosts: [] }), TypeError);
  });
});
