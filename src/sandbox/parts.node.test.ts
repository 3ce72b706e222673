import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, describe, test } from 'node:test';
import { ExpiringMap } from './service/expiring-map.js';
import { placeOf } from './web/place.js';
import { RegisteredPages } from './service/registered-pages.js';
import { encryptNumber, isSignedBy, md5, openSealed, readPublicKey } from './service/sealing.js';
import { chinaTimestamp, isTimely } from './wire/timestamp.js';

describe('ExpiringMap', () => {
  test('entries die of age, and take() removes', () => {
    let now = 0;
    const map = new ExpiringMap<string>({ lifetime: 10, limit: 9, now: () => now });
    map.set('a', 'A');
    now = 9;
    assert.equal(map.get('a'), 'A');
    now = 10;
    assert.equal(map.get('a'), undefined);
    map.set('b', 'B');
    assert.equal(map.take('b'), 'B');
    assert.equal(map.take('b'), undefined);
  });

  test('the dead and the oldest make room', () => {
    let now = 0;
    const map = new ExpiringMap<number>({ lifetime: 10, limit: 2, now: () => now });
    for (const [index, key] of ['a', 'b', 'c'].entries()) map.set(key, index);
    assert.equal(map.size, 2);
    assert.equal(map.get('a'), undefined);
    assert.equal(map.get('c'), 2);
    now = 20;
    map.set('d', 3);
    assert.equal(map.size, 1);
  });
});

describe('RegisteredPages', () => {
  const pages = new RegisteredPages();
  pages.add(['https://www.abc.com/a/mobile.html/#/abc', 'http://127.0.0.1:8080/b?c=d']);

  for (const [referer, expected] of [
    ['https://www.abc.com/a/mobile.html/', true],
    ['https://www.abc.com/a/mobile.html/?x=y', true],
    ['https://www.abc.com/', true],
    ['https://www.abc.com', true],
    ['http://127.0.0.1:8080/b', true],
    ['https://www.abc.com/a/mobile.html', false],
    ['https://www.abc.com/a/', false],
    ['https://www.abc.com/a/mobile.html/x', false],
    ['https://www.abc.com/A/mobile.html/', false],
    ['http://www.abc.com/a/mobile.html/', false],
    ['https://www.abc.com:8443/a/mobile.html/', false],
    ['https://www.abc.com.evil.example/a/mobile.html/', false],
    ['https://127.0.0.1:8080/b', false],
    ['about:blank', false],
    ['', false],
    [undefined, false],
  ] as const) {
    test(`${String(referer)}: ${String(expected)}`, () => {
      assert.equal(pages.hasReferer(referer), expected);
    });
  }

  test('origins are compared whole', () => {
    assert.equal(pages.hasOrigin('https://www.abc.com'), true);
    for (const origin of [
      'https://abc.com',
      'http://www.abc.com',
      'https://www.abc.com/',
      'null',
      undefined,
    ]) {
      assert.equal(pages.hasOrigin(origin), false, origin);
    }
  });

  for (const address of ['', 'www.abc.com/a', '*', '/a', 'https://', 'javascript:alert(1)']) {
    test(`"${address}" cannot be registered`, () => {
      assert.throws(() => {
        pages.add([address]);
      }, TypeError);
    });
  }
});

describe('timestamps', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const now = Date.UTC(2026, 10, 22, 20, 30, 5, 7);

  test("17 digits of China's clock", () => {
    assert.equal(chinaTimestamp(now), '20261123043005007');
  });

  test("China's time and the machine's own are taken, no other", () => {
    process.env['TZ'] = 'America/New_York';
    assert.equal(isTimely('20261123043005007', now), true);
    assert.equal(isTimely('20261122153005007', now), true);
    assert.equal(isTimely('20261122203005007', now), false);
  });

  test('ten minutes to either side', () => {
    assert.equal(isTimely(chinaTimestamp(now - 600_000), now), true);
    assert.equal(isTimely(chinaTimestamp(now + 600_000), now), true);
    assert.equal(isTimely(chinaTimestamp(now - 600_001), now), false);
    assert.equal(isTimely(chinaTimestamp(now + 600_001), now), false);
  });

  for (const wrong of [
    '',
    '2026112304300500',
    '20261323043005007',
    '20261123243005007',
    'yyyyMMddHHmmssSSS',
  ]) {
    test(`"${wrong}" is none`, () => {
      assert.equal(isTimely(wrong, now), false);
    });
  }
});

describe('placeOf', () => {
  for (const [address, expected] of [
    ['http://a:1/x', ['', undefined, 'http://a:1', '/x']],
    ['http://a:1/', ['', undefined, 'http://a:1', '/']],
    ['http://a:1/sim/ct/x?y', ['', 'ct', 'http://a:1/sim/ct', '/x']],
    ['http://a:1/lane/l/x', ['l', undefined, 'http://a:1/lane/l', '/x']],
    ['http://a:1/lane/l/sim/cu/x/y', ['l', 'cu', 'http://a:1/lane/l/sim/cu', '/x/y']],
    ['http://a:1/sim/ct', ['', 'ct', 'http://a:1/sim/ct', '/']],
    ['http://a:1/sims', ['', undefined, 'http://a:1', '/sims']],
    ['http://a:1//h5/y', ['', undefined, 'http://a:1', '/h5/y']],
    ['http://a:1/sim/ct//h5/x', ['', 'ct', 'http://a:1/sim/ct', '/h5/x']],
  ] as const) {
    test(address, () => {
      const place = placeOf(address);
      assert.deepEqual(place && [place.lane, place.sim, place.base, place.path], expected);
    });
  }
});

describe('placeOf under a path of its own', () => {
  for (const [address, expected] of [
    ['http://a:1/b/x', 'http://a:1/b /x'],
    ['http://a:1/b/sim/ct/x', 'http://a:1/b/sim/ct /x'],
    ['http://a:1/b', 'http://a:1/b /'],
    ['http://a:1/bx/y', undefined],
    ['http://a:1/x', undefined],
  ] as const) {
    test(address, () => {
      const place = placeOf(address, '/b');
      assert.equal(place && `${place.base} ${place.path}`, expected);
    });
  }
});

// Vectors of OpenSSL's command line, which is neither Node's API nor the product's library.
describe('cryptography', () => {
  test('MD5', () => {
    assert.equal(md5('移动'), '68d982a1cc0358bd08c0d6c7db88c238');
  });

  test('a sealed body', async () => {
    assert.equal(await openSealed('0123456789abcdef', '2d7c4ddb2f40e6d1dfc0e67f05e0d2e8'), '{"ver":"1.0"}');
    assert.equal(await openSealed('0123456789abcdee', '2d7c4ddb2f40e6d1dfc0e67f05e0d2e8'), undefined);
  });

  test('a number', async () => {
    assert.equal(
      await encryptNumber('13800138000', 'F0E1D2C3B4A5968778695A4B3C2D1E0F'),
      'ovLMVJkaJs35+7izCjJwFA==',
    );
  });

  test('a signature', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const key = await readPublicKey(pem);
    const signature = sign('RSA-SHA256', Buffer.from('text'), privateKey).toString('hex').toUpperCase();
    assert.equal(await isSignedBy(key, 'text', signature), true);
    assert.equal(await isSignedBy(key, 'Text', signature), false);
    assert.equal(await isSignedBy(key, 'text', signature.toLowerCase()), false);
    assert.equal(await isSignedBy(key, 'text', ''), false);
  });
});
