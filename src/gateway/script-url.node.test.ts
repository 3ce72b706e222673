import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { allowScripts } from './script-hosts.js';
import { checkScriptUrl } from './script-url.js';

describe('checkScriptUrl', () => {
  it('hands on a secure address as it is, to the letter', () => {
    for (const address of [
      'https://id6.me/gw/preuniq.do?callback=x&a=%2F',
      'https://opencloud.wostore.cn:8443/a#b',
      'http://localhost:8010/gateway/ct',
      'http://127.0.0.1/x',
      'http://127.1.2.3/x',
      'http://127.100.20.255/x',
      'http://[::1]:8010/x',
    ]) {
      assert.equal(checkScriptUrl(address), address);
    }
  });

  it('refuses what is not https, or http on this machine', () => {
    for (const address of [
      'http://id6.me/x',
      'http://localhost.example.com/x',
      'http://127.0.0.1.example.com/x',
      'http://127.example.com/x',
      'http://notlocalhost/x',
      'http://evil.localhost.example/x',
      'ftp://localhost/x',
      'ftp://127.0.0.1/x',
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
      assert.throws(() => checkScriptUrl(address), TypeError, address);
    }
  });

  it('takes no other host for this machine', () => {
    for (const host of ['notlocalhost', 'xn--localhost', 'a127.0.0.1.example', 'localhost.example']) {
      assert.throws(() => checkScriptUrl(`https://${host}/x`), TypeError, host);
    }
  });

  it('refuses an address with a name or a password in it', () => {
    for (const address of ['https://id6.me@example.com/x', 'https://a:b@id6.me/x', 'https://:b@id6.me/x']) {
      assert.throws(() => checkScriptUrl(address), TypeError, address);
    }
  });

  it('keeps to the page’s list of hosts, in which *. stands for everything below', () => {
    const hosts = ['id6.me', '*.wostore.cn'];
    allowScripts('a.b.wostore.cn', 'a.id6.me', 'wostore.cn', 'evil.example');
    for (const address of [
      'https://id6.me/x',
      'https://ID6.ME/x',
      'https://opencloud.wostore.cn/x',
      'https://a.b.wostore.cn/',
    ]) {
      assert.equal(checkScriptUrl(address, hosts), address);
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
      assert.throws(() => checkScriptUrl(address, hosts), TypeError, address);
    }
    assert.throws(() => checkScriptUrl('https://id6.me/x', []), TypeError);
  });

  it('refuses every host but the known ones, until the page’s own code allows it', () => {
    for (const address of [
      'https://gateway.example/x',
      'https://a.gateway.example/x',
      'https://evil.id6.me/x',
      'https://id6.me.gateway.example/x',
      'https://cmpassport.com/x',
      'https://uploads.cmpassport.com/x',
    ]) {
      assert.throws(() => checkScriptUrl(address), /allowScripts/, address);
    }
    allowScripts('*.gateway.example', 'Moved.Example');
    assert.equal(checkScriptUrl('https://a.gateway.example/x'), 'https://a.gateway.example/x');
    assert.equal(checkScriptUrl('https://moved.example:8443/x'), 'https://moved.example:8443/x');
    for (const address of [
      'https://gateway.example/x',
      'https://a.moved.example/',
      'https://agateway.example/',
    ]) {
      assert.throws(() => checkScriptUrl(address), /allowScripts/, address);
    }
  });

  it('allows one address alone where the page names one', () => {
    allowScripts('https://cdn.example/official.js?v=1');
    assert.equal(
      checkScriptUrl('https://cdn.example/official.js?v=1'),
      'https://cdn.example/official.js?v=1',
    );
    for (const address of ['https://cdn.example/official.js', 'https://cdn.example/other.js']) {
      assert.throws(() => checkScriptUrl(address), /allowScripts/, address);
    }
  });

  it('tells who allows something that is no host and no address', () => {
    for (const source of ['', '*', '*.', 'a b', '*.*.example', 'https://', 'http://[', '-'.repeat(300)]) {
      assert.throws(() => {
        allowScripts(source);
      }, TypeError);
    }
  });
});
