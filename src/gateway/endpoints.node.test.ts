import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { readAddress } from '../server/settings/service-address.js';
import { createWire, hostsFor, type WireOptions } from './endpoints.js';

const addresses = (options: WireOptions) => {
  const { url } = createWire(options);
  return [url('cm'), url('token')];
};

describe('createWire', () => {
  it('talks to the live service by default', () => {
    const { url } = createWire();
    assert.equal(url('cm'), 'https://verify.cmpassport.com/h5/httpsPreGetmobile');
    assert.deepEqual(
      (['ct-phonescrip', 'ct-callback', 'cu-phonescrip', 'cu-callback', 'page-option', 'token'] as const).map(
        url,
      ),
      [
        'getNewTelecomPhonescrip',
        'CTCallback',
        'getNewUnicomPhonescrip',
        'CUCallback',
        'getPageOption',
        'authGetToken',
      ].map((name) => `https://www.cmpassport.com/h5/onekeylogin/${name}`),
    );
  });

  it('talks to the test line on its own ports', () => {
    assert.deepEqual(addresses({ testLine: true }), [
      'https://testcert.cmpassport.com:7009/h5/httpsPreGetmobile',
      'https://testcert.cmpassport.com:7002/h5/onekeylogin/authGetToken',
    ]);
  });

  it('talks to the service that the server kit asks', () => {
    for (const testLine of [false, true]) {
      assert.equal(hostsFor({ testLine }).www, readAddress({ testLine }, 'token'));
    }
  });

  it('puts a gateway in place of both hosts, whatever slashes and spaces are around it', () => {
    for (const gateway of ['https://proxy.example.com/ydrz', ' https://proxy.example.com/ydrz/// ']) {
      assert.deepEqual(addresses({ gateway, testLine: true }), [
        'https://proxy.example.com/ydrz/h5/httpsPreGetmobile',
        'https://proxy.example.com/ydrz/h5/onekeylogin/authGetToken',
      ]);
    }
    assert.equal(addresses({ gateway: '/ydrz/' })[0], '/ydrz/h5/httpsPreGetmobile');
  });

  it('takes an empty gateway for none', () => {
    for (const gateway of ['', '  ', undefined]) {
      assert.equal(addresses({ gateway })[0], 'https://verify.cmpassport.com/h5/httpsPreGetmobile');
    }
  });

  it('lets every https host serve the carriers’ scripts unless it is told otherwise', () => {
    assert.deepEqual(createWire().scripts, { allowed: true });
    const scripts = { allowed: false };
    assert.equal(createWire({ scripts }).scripts, scripts);
  });
});
