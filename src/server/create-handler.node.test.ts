import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { describe, test } from 'node:test';
import { createHandler } from '../../test/services/server-kit.js';
import type { HandlerOptions } from './index.js';
import { APP_ID, APP_KEY, PRIVATE_PEM, USER_INFORMATION, md5 } from '../../test/services/server-fixture.js';

const SITE = 'https://shop.example';
const NUMBER = '13800138000';

const msisdn = (() => {
  const cipher = createCipheriv('aes-128-ecb', APP_KEY.slice(0, 16), null);
  return cipher.update(NUMBER, 'utf8', 'base64') + cipher.final('base64');
})();

/** A service that knows every token, and what it was asked. */
const service = (resultCode = '103000') => {
  const bodies: unknown[] = [];
  const fetch: NonNullable<HandlerOptions['fetch']> = (_, init) => {
    bodies.push(typeof init?.body === 'string' ? JSON.parse(init.body) : undefined);
    const data = { msisdn, securityPhone: '138****8000' };
    return Promise.resolve(Response.json({ resultCode, desc: '说明', data }));
  };
  return { bodies, fetch };
};

const handlerOf = (changes: Partial<HandlerOptions> = {}) =>
  createHandler({
    appId: APP_ID,
    appKey: APP_KEY,
    privateKey: PRIVATE_PEM,
    fetch: service().fetch,
    ...changes,
  });

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  new Request(SITE + path, { method: 'POST', body, headers });

const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  post(path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });

const LOGIN = { token: 'a-token', userInformation: USER_INFORMATION };
const FORM = 'application/x-www-form-urlencoded';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const json = async (response: Response): Promise<Record<string, unknown>> => {
  const value: unknown = await response.json();
  return isRecord(value) ? value : {};
};

/** A failure is JSON with a code, a message and a hint, and nothing else. */
const failure = async (response: Response, status: number, code: string) => {
  assert.equal(response.status, status);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  const body = await json(response);
  assert.deepEqual(Object.keys(body), ['code', 'message', 'hint']);
  assert.equal(body['code'], code);
  assert.ok(body['message'] && body['hint']);
  assert.ok(!JSON.stringify(body).includes(APP_KEY));
};

describe('credentials', () => {
  test('are signed for the application', async () => {
    const response = await handlerOf()(postJson('/api/ydrz/credentials', { appId: APP_ID }));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const body = await json(response);
    const { traceId, timestamp } = body;
    assert.ok(typeof traceId === 'string' && typeof timestamp === 'string');
    const sign = md5(`${APP_ID}8${traceId}${timestamp}${traceId}2.0${APP_KEY}`);
    assert.deepEqual(body, { appId: APP_ID, sign, traceId, timestamp, version: '2.0' });
  });

  for (const [what, body] of [
    ['another appId', { appId: '300000000000' }],
    ['a number', { appId: Number(APP_ID) }],
    ['none', {}],
  ] as const) {
    test(`are refused for ${what}`, async () => {
      await failure(await handlerOf()(postJson('/credentials', body)), 400, '105113');
    });
  }

  test('are given whatever spaces and capitals the type is written with', async () => {
    for (const type of [
      'Application/JSON',
      ' application/json ; charset=utf-8',
      'application/json;charset=GBK',
    ]) {
      const request = post('/credentials', JSON.stringify({ appId: APP_ID }), { 'content-type': type });
      assert.equal((await handlerOf()(request)).status, 200, type);
    }
  });

  test('are given for a body of just the greatest length', async () => {
    const body = JSON.stringify({ appId: APP_ID }).padEnd(16 * 1024);
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    assert.equal((await handlerOf()(post('/credentials', body, headers))).status, 200);
    await failure(await handlerOf()(post('/credentials', `${body} `, headers)), 413, '413');
  });

  test('are not given to a form', async () => {
    const request = post('/credentials', `appId=${APP_ID}`, { 'content-type': FORM });
    await failure(await handlerOf()(request), 415, '415');
  });
});

describe('login', () => {
  for (const path of ['/api/login', '/api/ydrz/login', '/validate']) {
    test(`${path} answers the number`, async () => {
      const { fetch, bodies } = service();
      const response = await handlerOf({ fetch })(postJson(path, LOGIN));
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.deepEqual(await json(response), { phone: NUMBER });
      const [asked] = bodies;
      assert.ok(isRecord(asked));
      assert.equal(asked['token'], 'a-token');
      assert.equal(asked['userInformation'], USER_INFORMATION);
    });
  }

  test('onLogin answers by itself', async () => {
    const seen: unknown[] = [];
    const handler = handlerOf({
      onLogin({ phone, maskedPhone, traceId, request }) {
        seen.push(phone, maskedPhone, traceId.length, request.url);
        return new Response(null, { status: 303, headers: { location: '/home', 'set-cookie': 's=1' } });
      },
    });
    const response = await handler(postJson('/login', LOGIN));
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/home');
    assert.equal(response.headers.get('set-cookie'), 's=1');
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(seen, [NUMBER, '138****8000', 32, `${SITE}/login`]);
  });

  test('onLogin may redirect with the standard method, whose headers are locked', async () => {
    const handler = handlerOf({ onLogin: () => Response.redirect(`${SITE}/home`, 303) });
    const response = await handler(postJson('/login', LOGIN));
    assert.equal(response.headers.get('location'), `${SITE}/home`);
  });

  test('onLogin may leave the answer alone', async () => {
    const handler = handlerOf({ onLogin: () => Promise.resolve(undefined) });
    assert.deepEqual(await json(await handler(postJson('/login', LOGIN))), { phone: NUMBER });
  });

  test('what onLogin throws comes out', async () => {
    const broken = new Error('The database is down');
    const handler = handlerOf({ onLogin: () => Promise.reject(broken) });
    await assert.rejects(handler(postJson('/login', LOGIN)), broken);
  });

  for (const [code, status] of [
    ['104007', 401],
    ['104008', 401],
    ['104013', 502],
    ['104000', 502],
    ['103001', 502],
    // The service misses something of this server's, not of the browser's.
    ['103002', 502],
    ['104017', 502],
  ] as const) {
    test(`the service's ${code} is ${String(status)}`, async () => {
      let called = false;
      const handler = handlerOf({
        fetch: service(code).fetch,
        onLogin() {
          called = true;
          return undefined;
        },
      });
      await failure(await handler(postJson('/login', LOGIN)), status, code);
      assert.equal(called, false);
    });
  }

  test('hints are in the language asked for', async () => {
    const chinese = await json(await handlerOf()(postJson('/login', {})));
    const english = await json(await handlerOf({ language: 'en' })(postJson('/login', {})));
    assert.match(String(chinese['hint']), /\p{Script=Han}/u);
    assert.match(String(english['hint']), /^[A-Z][a-z ]+/);
  });
});

describe('a form posted without a script', () => {
  const forms: Record<string, (fields: Record<string, string>) => Request> = {
    // As browsers write it: everything that is not plain is encoded once more.
    urlencoded: (fields) =>
      post('/login', new URLSearchParams(fields).toString(), { 'content-type': `${FORM}; charset=UTF-8` }),
    multipart(fields) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return post('/login', form);
    },
  };
  for (const [kind, request] of Object.entries(forms)) {
    test(`${kind}: userInformation comes out as the element put it in`, async () => {
      for (const userInformation of ['QW5k%3D%3D', 'a%2Bb%2Fc%3D', 'a+b/c=', '%25']) {
        const { fetch, bodies } = service();
        const fields = { token: 'a-token', 'token-user-information': userInformation, other: '字' };
        const response = await handlerOf({ fetch })(request(fields));
        assert.deepEqual(await json(response), { phone: NUMBER });
        const [asked] = bodies;
        assert.ok(isRecord(asked));
        assert.equal(asked['userInformation'], userInformation);
      }
    });

    test(`${kind}: under the element's name`, async () => {
      const handler = handlerOf({ name: 'phone-login' });
      const fields = { 'phone-login': 'a-token', 'phone-login-user-information': USER_INFORMATION };
      assert.equal((await handler(request(fields))).status, 200);
      await failure(await handler(request({ 'phone-login': 'a-token' })), 400, '103002');
    });
  }
});

describe('what is refused before anything is done', () => {
  const cases: [what: string, request: () => Request, status: number, code: string][] = [
    ['another path', () => postJson('/elsewhere', {}), 404, '404'],
    ['a path that only begins like one', () => postJson('/login/x', {}), 404, '404'],
    ['a name of every object', () => postJson('/constructor', {}), 404, '404'],
    ['GET', () => new Request(`${SITE}/login`), 405, '405'],
    ['PUT', () => new Request(`${SITE}/login`, { method: 'PUT', body: '{}' }), 405, '405'],
    ['a preflight', () => new Request(`${SITE}/login`, { method: 'OPTIONS' }), 405, '405'],
    ['plain text', () => post('/login', '{}', { 'content-type': 'text/plain' }), 415, '415'],
    ['no type', () => post('/login', new Uint8Array([123, 125])), 415, '415'],
    ['broken JSON', () => post('/login', '{', { 'content-type': 'application/json' }), 400, '103002'],
    ['a JSON list', () => postJson('/login', []), 400, '103002'],
    ['broken multipart', () => post('/login', 'x', { 'content-type': 'multipart/form-data' }), 400, '103002'],
    ['no token', () => postJson('/login', { userInformation: 'a' }), 400, '103002'],
    ['a token that is no string', () => postJson('/login', { ...LOGIN, token: 1 }), 400, '103002'],
    ['a long token', () => postJson('/login', { ...LOGIN, token: 'x'.repeat(1025) }), 400, '103002'],
    ['no userInformation', () => postJson('/login', { token: 'a' }), 400, '103002'],
    ['a long body', () => postJson('/login', { ...LOGIN, more: 'x'.repeat(17_000) }), 413, '413'],
    ['a body said to be long', () => postJson('/login', {}, { 'content-length': '99999' }), 413, '413'],
    ['another origin', () => postJson('/login', LOGIN, { origin: 'https://evil.example' }), 403, '110026'],
    [
      'http of the same host',
      () => postJson('/login', LOGIN, { origin: 'http://shop.example' }),
      403,
      '110026',
    ],
    ['a hidden origin', () => postJson('/login', LOGIN, { origin: 'null' }), 403, '110026'],
    [
      'another site, by its header',
      () => postJson('/login', LOGIN, { 'sec-fetch-site': 'cross-site' }),
      403,
      '110026',
    ],
    [
      'credentials for another origin',
      () => postJson('/credentials', { appId: APP_ID }, { origin: 'https://evil.example' }),
      403,
      '110026',
    ],
  ];
  for (const [what, request, status, code] of cases) {
    test(`${what}: ${String(status)}`, async () => {
      const { fetch, bodies } = service();
      const response = await handlerOf({ fetch })(request());
      await failure(response, status, code);
      assert.equal(response.headers.get('allow'), status === 405 ? 'POST' : null);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
      assert.equal(bodies.length, 0);
    });
  }

  test('a long body that does not say its length is not read to its end', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(32));
      },
    });
    const request = new Request(`${SITE}/login`, {
      method: 'POST',
      body: endless,
      headers: { 'content-type': 'application/json' },
      ...{ duplex: 'half' },
    });
    await failure(await handlerOf()(request), 413, '413');
    assert.ok(sent < 64 * 1024, `${String(sent)} bytes were read`);
  });

  describe('where a request keeps its stream to itself, as in Firefox’s service worker', () => {
    const streamless = (request: Request) => Object.defineProperty(request, 'body', { value: undefined });

    test('the body is read', async () => {
      assert.equal((await handlerOf()(streamless(postJson('/login', LOGIN)))).status, 200);
    });

    test('the limit is one of bytes', async () => {
      const long = postJson('/login', { ...LOGIN, more: '字'.repeat(6000) });
      await failure(await handlerOf()(streamless(long)), 413, '413');
    });
  });
});

describe('origins', () => {
  for (const [what, headers] of [
    ['its own', { origin: SITE }],
    ['none, as of a program', {}],
    ['a hidden one that the browser vouches for', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ] as const) {
    test(`${what} may ask`, async () => {
      assert.equal((await handlerOf()(postJson('/login', LOGIN, headers))).status, 200);
    });
  }

  test('a listed one may ask, with a preflight, and read the answer', async () => {
    const origin = 'https://m.shop.example';
    const handler = handlerOf({ origins: [origin] });
    const preflight = await handler(new Request(`${SITE}/login`, { method: 'OPTIONS', headers: { origin } }));
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('access-control-allow-origin'), origin);
    assert.equal(preflight.headers.get('access-control-allow-headers'), 'content-type');
    const response = await handler(postJson('/login', LOGIN, { origin }));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
    await failure(await handler(postJson('/login', LOGIN, { origin: `${origin}.evil` })), 403, '110026');
  });
});

describe('basePath', () => {
  const handler = handlerOf({ basePath: '/api/ydrz/' });
  test('is where the paths stand', async () => {
    assert.equal((await handler(postJson('/api/ydrz/login', LOGIN))).status, 200);
  });
  test('whatever slashes a proxy or a framework has put in', async () => {
    for (const path of ['/api/ydrz/login/', '//api//ydrz/login']) {
      assert.equal((await handler(postJson(path, LOGIN))).status, 200, path);
    }
  });
  for (const path of ['/login', '/api/login', '/x/api/ydrz/login', '/api/ydrz/x/login']) {
    test(`${path} is not under it`, async () => {
      await failure(await handler(postJson(path, LOGIN)), 404, '404');
    });
  }
});
