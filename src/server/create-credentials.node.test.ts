import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { YdrzError, createCredentials } from '../../test/services/server-kit.js';
import { APP_ID, APP_KEY, md5 } from '../../test/services/server-fixture.js';

const now = () => Date.UTC(2026, 10, 22, 20, 30, 5, 7);

describe('createCredentials', () => {
  test('signs as the guide says', () => {
    const credentials = createCredentials({ appId: APP_ID, appKey: APP_KEY, traceId: 'abc', now });
    assert.deepEqual(credentials, {
      appId: APP_ID,
      // OpenSSL: MD5 of 3000123456788abc20261123043005007abc2.0F0E1D2C3B4A5968778695A4B3C2D1E0F
      sign: 'b0c4c59ecf5f2a265296ef1146f3117a',
      traceId: 'abc',
      timestamp: '20261123043005007',
      version: '2.0',
    });
  });

  test("takes China's time, wherever the server stands", () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      const { timestamp } = createCredentials({ appId: APP_ID, appKey: APP_KEY, now });
      assert.equal(timestamp, '20261123043005007');
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('makes a fresh traceId and uses the clock', () => {
    const first = createCredentials({ appId: APP_ID, appKey: APP_KEY });
    const second = createCredentials({ appId: APP_ID, appKey: APP_KEY });
    assert.match(first.traceId, /^[\da-f]{32}$/);
    assert.notEqual(first.traceId, second.traceId);
    const { traceId, timestamp, sign } = first;
    assert.match(timestamp, /^\d{17}$/);
    assert.equal(sign, md5(`${APP_ID}8${traceId}${timestamp}${traceId}2.0${APP_KEY}`));
  });

  for (const [what, wrong] of [
    ['no appId', { appId: '' }],
    ['an odd appId', { appId: 'a b' }],
    ['no appKey', { appKey: '' }],
    ['a short appKey', { appKey: 'secret-15-chars' }],
    ['an odd traceId', { traceId: 'a\nb' }],
    ['a long traceId', { traceId: 'a'.repeat(65) }],
    ['an odd version', { version: 'two' }],
  ] as const) {
    test(`refuses ${what}, and says nothing of the key`, () => {
      const options = { appId: APP_ID, appKey: APP_KEY, language: 'en', ...wrong };
      assert.throws(
        () => createCredentials(options),
        (error) => {
          assert.ok(error instanceof YdrzError);
          assert.equal(error.code, '103002');
          assert.equal(error.phase, 'credentials');
          assert.match(error.hint, /required value/);
          assert.ok(!options.appKey || !`${error.message} ${error.hint}`.includes(options.appKey));
          return true;
        },
      );
    });
  }
});
