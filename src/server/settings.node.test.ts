import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import {
  YdrzError,
  createCredentials,
  createHandler,
  validateToken,
} from '../../test/services/server-kit.js';
import { APP_ID, APP_KEY, PRIVATE_PEM, USER_INFORMATION } from '../../test/services/server-fixture.js';

const SITE = 'https://shop.example';

const PROPER = { appId: APP_ID, appKey: APP_KEY, privateKey: PRIVATE_PEM, language: 'en' };

/** As a program without types would. */
const make = (changes: Record<string, unknown>): unknown =>
  Reflect.apply(createHandler, undefined, [{ ...PROPER, ...changes }]);

const isHandler = (value: unknown): value is (request: Request) => Promise<Response> =>
  typeof value === 'function';

const handlerOf = (changes: Record<string, unknown>) => {
  const handler = make(changes);
  assert.ok(isHandler(handler));
  return handler;
};

const errorOf = (changes: Record<string, unknown>): YdrzError => {
  try {
    make(changes);
  } catch (error) {
    assert.ok(error instanceof YdrzError, inspect(error));
    return error;
  }
  return assert.fail('It was taken');
};

const post = (path: string, headers: Record<string, string> = {}) =>
  new Request(SITE + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ appId: APP_ID }),
  });

describe('basePath', () => {
  for (const basePath of [
    '/api/ydrz',
    'api/ydrz',
    '/api/ydrz/',
    'api/ydrz//',
    ' /api//ydrz ',
    '"/api/ydrz"',
  ]) {
    test(`${JSON.stringify(basePath)} is /api/ydrz`, async () => {
      const handler = handlerOf({ basePath });
      assert.equal((await handler(post('/api/ydrz/credentials'))).status, 200);
      assert.equal((await handler(post('/api/ydrz/credentials/'))).status, 200);
      assert.equal((await handler(post('/api/credentials'))).status, 404);
      assert.equal((await handler(post('/x/api/ydrz/credentials'))).status, 404);
    });
  }

  for (const basePath of ['', '/', '//']) {
    test(`${JSON.stringify(basePath)} is the root`, async () => {
      const handler = handlerOf({ basePath });
      assert.equal((await handler(post('/credentials'))).status, 200);
      assert.equal((await handler(post('/api/credentials'))).status, 404);
    });
  }

  test('may be Chinese, written either way', async () => {
    for (const basePath of ['/接口', '/%E6%8E%A5%E5%8F%A3']) {
      assert.equal((await handlerOf({ basePath })(post('/接口/credentials'))).status, 200);
    }
  });

  for (const basePath of [
    'https://shop.example/api/ydrz',
    '/api/ydrz/*',
    '/api/:name',
    '/api?x=1',
    '/api#x',
    '/../api',
    7,
    ['/api'],
  ]) {
    test(`${JSON.stringify(basePath)} is refused with a sentence`, () => {
      const { code, message } = errorOf({ basePath });
      assert.equal(code, '103002');
      assert.match(message, /^basePath is a path such as/);
    });
  }
});

describe('origins', () => {
  const allowed: [given: unknown, origin: string][] = [
    [['https://m.shop.example'], 'https://m.shop.example'],
    [['https://m.shop.example/'], 'https://m.shop.example'],
    [['HTTPS://M.Shop.Example'], 'https://m.shop.example'],
    [['https://m.shop.example:443'], 'https://m.shop.example'],
    [['http://m.shop.example:80/'], 'http://m.shop.example'],
    [['https://m.shop.example:8443'], 'https://m.shop.example:8443'],
    [[' "https://m.shop.example" '], 'https://m.shop.example'],
    [['https://商店.example'], new URL('https://商店.example').origin],
    [['http://[::1]:8000/'], 'http://[::1]:8000'],
    [['Capacitor://LocalHost'], 'capacitor://localhost'],
    [['', 'https://m.shop.example', ''], 'https://m.shop.example'],
    ['https://m.shop.example', 'https://m.shop.example'],
    ['https://a.example, https://m.shop.example/', 'https://m.shop.example'],
    ['"https://m.shop.example"', 'https://m.shop.example'],
    [new Set(['https://m.shop.example']), 'https://m.shop.example'],
  ];
  for (const [origins, origin] of allowed) {
    test(`${inspect(origins)} allows ${origin}`, async () => {
      const handler = handlerOf({ origins });
      const response = await handler(post('/credentials', { origin, 'sec-fetch-site': 'cross-site' }));
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('access-control-allow-origin'), origin);
    });
  }

  for (const origins of [undefined, null, '', [], ['']]) {
    test(`${inspect(origins)} allows no other`, async () => {
      const handler = handlerOf({ origins });
      assert.equal((await handler(post('/credentials', { origin: 'https://m.shop.example' }))).status, 403);
    });
  }

  for (const [given, says] of [
    ['m.shop.example', /scheme and a host/],
    ['localhost:8000', /scheme and a host/],
    ['m.shop.example:8443', /scheme and a host/],
    ['//m.shop.example', /scheme and a host/],
    ['null', /scheme and a host/],
    ['file:///home', /scheme and a host/],
    ['*', /wildcard/],
    ['https://*.shop.example', /wildcard/],
    ['https://m.shop.example/login', /ends with the host/],
    ['https://m.shop.example/?a', /ends with the host/],
    ['https://m.shop.example#', /ends with the host/],
    ['https://user:word@m.shop.example', /user name/],
    ['https://user@m.shop.example', /user name/],
    ['https://:word@m.shop.example', /user name/],
    [7, /list of origins/],
    [{}, /list of origins/],
  ] as const) {
    test(`${JSON.stringify(given)} is refused with a sentence`, () => {
      const { code, message } = errorOf({ origins: [given] });
      assert.equal(code, '103002');
      assert.match(message, says);
    });
  }
});

describe('appId and appKey', () => {
  for (const [what, changes] of [
    ['quotes', { appId: `"${APP_ID}"`, appKey: `'${APP_KEY}'` }],
    ['white space', { appId: ` ${APP_ID}\n`, appKey: `${APP_KEY}\r\n` }],
    ['a byte order mark', { appId: `\uFEFF${APP_ID}`, appKey: `\uFEFF"${APP_KEY}"` }],
    ['an appId that is a number', { appId: Number(APP_ID) }],
  ] as const) {
    test(`${what}: read`, async () => {
      const now = () => 0;
      const response = await handlerOf({ ...changes, now })(post('/credentials'));
      assert.equal(response.status, 200);
      const body: unknown = await response.json();
      assert.ok(typeof body === 'object' && body !== null && 'traceId' in body);
      const { traceId } = body;
      assert.deepEqual(
        body,
        createCredentials({ appId: APP_ID, appKey: APP_KEY, now, traceId: String(traceId) }),
      );
    });
  }

  for (const [what, changes, says] of [
    ['no appId', { appId: undefined }, /appId is missing/],
    ['an empty appId', { appId: '""' }, /appId is missing/],
    ['an odd appId', { appId: '3000 1234' }, /appId is malformed/],
    ['a list', { appId: [APP_ID] }, /appId is missing/],
    ['no appKey', { appKey: undefined }, /appKey is missing/],
    ['an empty appKey', { appKey: ' ' }, /appKey is missing/],
    ['a short appKey', { appKey: APP_KEY.slice(0, 15) }, /appKey is too short/],
    ['a long appKey', { appKey: APP_KEY.repeat(9) }, /appKey is too long/],
    ['the appId for the appKey', { appKey: APP_ID }, /appKey is the appId/],
    ['the private key for the appKey', { appKey: PRIVATE_PEM }, /appKey is an RSA key/],
    ['its base64', { appKey: PRIVATE_PEM.replace(/-----.*-----|\s/g, '') }, /appKey is an RSA key/],
    ['a space inside', { appKey: `${APP_KEY.slice(0, 20)} ${APP_KEY.slice(20)}` }, /appKey is malformed/],
    ['Chinese', { appKey: '密钥密钥密钥密钥密钥密钥密钥密钥' }, /appKey is malformed/],
  ] as const) {
    test(`${what}: refused with a sentence`, async () => {
      const error = errorOf(changes);
      assert.equal(error.code, '103002');
      assert.match(error.message, says);
      assert.ok(!inspect(error).includes(APP_KEY.slice(0, 12)));
      const given = { ...PROPER, token: 't', userInformation: USER_INFORMATION, ...changes };
      assert.throws(() => Reflect.apply(createCredentials, undefined, [given]), {
        code: '103002',
        message: says,
      });
      const validation: unknown = Reflect.apply(validateToken, undefined, [given]);
      await assert.rejects(Promise.resolve(validation), { code: '103002', message: says });
    });
  }
});

describe('all other options', () => {
  for (const [what, changes, says] of [
    ['a gateway without its scheme', { gateway: 'gateway.shop.example' }, /^gateway is a whole address/],
    ['a gateway of a host and a port', { gateway: 'localhost:8010' }, /^gateway is a whole address/],
    ['a gateway of another scheme', { gateway: 'ftp://shop.example' }, /^gateway is a whole address/],
    ['a gateway with a query', { gateway: 'https://shop.example/?a=b' }, /^gateway is a whole address/],
    ['a gateway with a password', { gateway: 'https://a:b@shop.example' }, /^gateway is a whole address/],
    ['a gateway that is a number', { gateway: 7 }, /^gateway is a whole address/],
    ['a negative timeout', { timeout: -1 }, /^timeout is a number/],
    ['a timeout of nothing', { timeout: 0 }, /^timeout is a number/],
    ['a timeout that is none', { timeout: NaN }, /^timeout is a number/],
    ['a timeout for ever', { timeout: Infinity }, /^timeout is a number/],
    ['a timeout as text', { timeout: '8000' }, /^timeout is a number/],
    ['an onLogin that is none', { onLogin: 'welcome' }, /^onLogin has to be a function/],
    ['an onFailure that is none', { onFailure: {} }, /^onFailure has to be a function/],
    ['a clock that is a time', { now: 1 }, /^now has to be a function/],
  ] as const) {
    test(`${what}: refused with a sentence`, () => {
      const { code, message } = errorOf(changes);
      assert.equal(code, '103002');
      assert.match(message, says);
    });
  }

  test('a gateway in quotes, with slashes at its end', async () => {
    const asked: string[] = [];
    const fetch = (url: string) => {
      asked.push(url);
      return Promise.resolve(Response.json({ resultCode: '104007' }));
    };
    const handler = handlerOf({ gateway: '"http://127.0.0.1:8010/sim/cm//"', fetch });
    const body = JSON.stringify({ token: 't', userInformation: 'u' });
    const headers = { 'content-type': 'application/json' };
    await handler(new Request(`${SITE}/login`, { method: 'POST', headers, body }));
    assert.deepEqual(asked, ['http://127.0.0.1:8010/sim/cm/h5/onekeylogin/tokenValidate']);
  });
});
