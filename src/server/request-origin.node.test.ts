import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MAY, MAY_NOT, PAGE, type OriginCase } from '../../test/services/origin-cases.js';
import { createHandler } from '../../test/services/server-kit.js';
import type { HandlerOptions } from './index.js';
import { APP_ID, APP_KEY, PRIVATE_PEM } from '../../test/services/server-fixture.js';

const statusOf = async (
  url: string,
  headers: Record<string, string>,
  changes: Partial<HandlerOptions> = {},
) => {
  const handler = createHandler({ appId: APP_ID, appKey: APP_KEY, privateKey: PRIVATE_PEM, ...changes });
  const request = new Request(`${url}/api/ydrz/credentials`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ appId: APP_ID }),
  });
  return (await handler(request)).status;
};

/** Hosts as they are written in more ways than one; the servers in other languages are asked the plain ones alone. */
const WAYS: readonly OriginCase[] = [
  ['an IPv6 address', 'http://[::1]:3000', { origin: 'http://[::1]:3000' }],
  ['an IPv6 address in full', 'http://[0:0:0:0:0:0:0:1]:3000', { origin: 'http://[::1]:3000' }],
  ['a Chinese name', 'http://例子.example', { origin: 'https://xn--fsqu00a.example' }],
  ['a name in capitals', 'http://SHOP.example', { origin: PAGE }],
  [
    'a trusted proxy that names host and port, with spaces and in capitals',
    'http://127.0.0.1:3000',
    { origin: PAGE, 'x-forwarded-host': ' SHOP.example:443 , inner.example' },
    { trustProxy: true },
  ],
  [
    'a trusted proxy that hands Host on, and an empty list in the other header',
    'http://shop.example',
    { origin: PAGE, 'x-forwarded-host': ' , inner.example' },
    { trustProxy: true },
  ],
  [
    'a page that the server is told of twice',
    'http://shop.example',
    { origin: PAGE, 'x-forwarded-proto': 'http, https' },
  ],
];

const NO_WAYS: readonly OriginCase[] = [
  ['a user name like the host', PAGE, { origin: 'https://shop.example@evil.example' }],
  ['a host with a dot more', PAGE, { origin: 'https://shop.example.' }],
  ['an IPv6 address of another machine', 'http://[::1]:3000', { origin: 'http://[::2]:3000' }],
  ['no host', PAGE, { origin: 'https://' }],
  [
    'http, where the first proxy has said https in capitals and with a space',
    'http://shop.example',
    { origin: 'http://shop.example', 'x-forwarded-proto': ' https , http' },
  ],
  [
    'a trusted proxy that names no host at all',
    'http://shop.example',
    { origin: PAGE, 'x-forwarded-host': '%' },
    { trustProxy: true },
  ],
];

describe('a page may ask', () => {
  for (const [what, ...row] of [...MAY, ...WAYS]) {
    test(what, async () => {
      assert.equal(await statusOf(...row), 200);
    });
  }
});

describe('a page may not ask', () => {
  for (const [what, ...row] of [...MAY_NOT, ...NO_WAYS]) {
    test(what, async () => {
      assert.equal(await statusOf(...row), 403);
    });
  }
});

test('what is answered depends on who asks, and says so to caches', async () => {
  const origins = ['https://m.shop.example'];
  const handler = createHandler({ appId: APP_ID, appKey: APP_KEY, privateKey: PRIVATE_PEM, origins });
  for (const origin of [...origins, 'https://evil.example', PAGE]) {
    const response = await handler(new Request(`${PAGE}/login`, { method: 'POST', headers: { origin } }));
    assert.equal(response.headers.get('vary'), 'origin');
    assert.equal(
      response.headers.get('access-control-allow-origin'),
      origins.includes(origin) ? origin : null,
    );
  }
});
