import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { jsonTexts } from '../../test/services/json-texts.js';
import { createHandler } from '../../test/services/server-kit.js';
import type { HandlerOptions, LoginFailure } from './index.js';
import { APP_ID, APP_KEY, PRIVATE_PEM, USER_INFORMATION } from '../../test/services/server-fixture.js';

const SITE = 'https://shop.example';
const TOKEN = 'STsid0000001732612345678abcdefghijkl';
const IP = '203.0.113.7';
const NUMBER = '13800138000';
const FIELDS = ['code', 'phase', 'status', 'milliseconds', 'msgId', 'message', 'hint'];

type Fetch = NonNullable<HandlerOptions['fetch']>;

const saying =
  (resultCode: string, desc: string): Fetch =>
  () =>
    Promise.resolve(Response.json({ resultCode, desc }));

const setUp = (changes: Partial<HandlerOptions> = {}) => {
  const failures: LoginFailure[] = [];
  const handler = createHandler({
    appId: APP_ID,
    appKey: APP_KEY,
    privateKey: PRIVATE_PEM,
    language: 'en',
    fetch: saying('103000', ''),
    onFailure: (failure) => failures.push(failure),
    ...changes,
  });
  return { handler, failures };
};

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(SITE + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const LOGIN = { token: TOKEN, userInformation: USER_INFORMATION };

describe('what only the operator may know', () => {
  const broken = (message: string, cause?: unknown): Fetch => {
    const reason = new TypeError(message, { cause });
    return () => Promise.reject(reason);
  };
  for (const [what, fetch, code, says] of [
    ['the server’s IP', saying('104017', `IP ${IP} 未登记`), '104017', new RegExp(IP)],
    ['the signature', saying('104013', '签名校验失败: RSA key 300012345678'), '104013', /签名校验失败/],
    ['an entitlement', saying('104003', '应用没有权益'), '104003', /应用没有权益/],
    ['a missing parameter', saying('103002', 'sign is empty'), '103002', /sign is empty/],
    ['an unknown code', saying('199999', 'db.internal:3306 is down'), '199999', /db\.internal/],
    [
      'no answer',
      broken('fetch failed', new Error(`connect ECONNREFUSED ${IP}:443`)),
      '103005',
      /ECONNREFUSED/,
    ],
    ['no JSON', () => Promise.resolve(new Response('<html>')), '103005', /JSON/],
  ] as const) {
    test(what, async () => {
      const { handler, failures } = setUp({ fetch });
      const response = await handler(post('/login', LOGIN));
      assert.equal(response.status, 502);
      assert.deepEqual(await response.json(), {
        code,
        message: '登录服务暂不可用',
        hint: 'Offer another way to log in. The reason is told to the site alone (onFailure).',
      });
      const [failure] = failures;
      assert.ok(failure);
      assert.deepEqual(Object.keys(failure).sort(), [...FIELDS].sort());
      assert.equal(failure.code, code);
      assert.equal(failure.phase, 'token');
      assert.equal(failure.status, 502);
      assert.match(failure.msgId, /^[\da-f]{32}$/);
      assert.ok(Number.isInteger(failure.milliseconds) && failure.milliseconds >= 0);
      assert.match(failure.message, says);
      assert.match(failure.hint, /[a-z]+ [a-z]+/);
    });
  }

  test('nobody is told where nobody asks to be', async () => {
    const { handler } = setUp({ onFailure: undefined, fetch: saying('104017', IP) });
    assert.equal((await handler(post('/login', LOGIN))).status, 502);
  });
});

test('a refusal of what the user brought is told by its code, not in the service’s words', async () => {
  const { handler, failures } = setUp({ fetch: saying('104007', `token of ${IP} is gone`) });
  const response = await handler(post('/login', LOGIN));
  assert.equal(response.status, 401);
  const body = await response.text();
  assert.ok(body.includes('104007') && !body.includes(IP));
  assert.match(failures[0]?.message ?? '', new RegExp(IP));
});

for (const code of ['104007', '104008', '104009', '104012']) {
  test(`${code} is the user’s to mend: the page is told what to do`, async () => {
    const { handler, failures } = setUp({ fetch: saying(code, '') });
    const response = await handler(post('/login', LOGIN));
    assert.equal(response.status, 401);
    const body = jsonTexts(await response.text());
    assert.equal(body.code, code);
    assert.match(body['message'] ?? '', /\p{sc=Han}{2}/u);
    assert.match(body['hint'] ?? '', /[a-z]+ [a-z]+/);
    assert.deepEqual([failures[0]?.code, failures[0]?.status], [code, 401]);
  });
}

describe('no number, token or key is told, whoever has said it', () => {
  for (const desc of [
    `token ${TOKEN} of ${NUMBER} is gone`,
    `number ${NUMBER}, 138 0013 8000, +86-138-0013-8000`,
    `userInformation ${USER_INFORMATION} and appkey ${APP_KEY}`,
    `${'x'.repeat(290)} ${NUMBER}`,
    PRIVATE_PEM,
  ]) {
    test(desc.slice(0, 40), async () => {
      const { handler, failures } = setUp({ fetch: saying('104008', desc) });
      const response = await handler(post('/login', LOGIN));
      const told = JSON.stringify(failures) + (await response.text());
      for (const secret of [TOKEN, NUMBER, '0013', USER_INFORMATION, APP_KEY, APP_KEY.slice(0, 16)]) {
        assert.ok(!told.includes(secret), `${secret} in ${told}`);
      }
      assert.ok((failures[0]?.message.length ?? 0) <= 300);
    });
  }
});

describe('every request that fails is told', () => {
  const cases: [what: string, request: Request, status: number, code: string, phase: string][] = [
    ['no token', post('/login', { userInformation: 'u' }), 400, '103002', 'token'],
    ['another application', post('/credentials', { appId: '1' }), 400, '105113', 'credentials'],
    [
      'another site',
      post('/credentials', {}, { origin: 'https://evil.example' }),
      403,
      '110026',
      'credentials',
    ],
    ['a wrong path', post('/api', {}), 404, '404', 'request'],
    ['GET', new Request(`${SITE}/validate`), 405, '405', 'token'],
  ];
  for (const [what, request, status, code, phase] of cases) {
    test(what, async () => {
      const { handler, failures } = setUp();
      const response = await handler(request);
      assert.equal(response.status, status);
      const { message = '' } = jsonTexts(await response.text());
      assert.notEqual(message, '');
      assert.deepEqual(
        failures.map((failure) => [
          failure.status,
          failure.code,
          failure.phase,
          failure.msgId,
          failure.message,
        ]),
        [[status, code, phase, '', message]],
      );
    });
  }

  test('and no other', async () => {
    const { handler, failures } = setUp();
    assert.equal((await handler(post('/credentials', { appId: APP_ID }))).status, 200);
    const broken = setUp({ onCredentials: () => Promise.reject(new Error('The store is down')) });
    await assert.rejects(broken.handler(post('/credentials', { appId: APP_ID })), /store/);
    assert.deepEqual([...failures, ...broken.failures], []);
  });
});

describe('an onFailure', () => {
  const never = new Promise<never>(() => undefined);
  for (const [what, onFailure] of [
    ['that throws', () => assert.fail('The log is full')],
    ['that rejects', () => Promise.reject(new Error('The log is full'))],
    ['that never ends', () => never],
  ] as const) {
    test(`${what} changes nothing of the answer`, async () => {
      const { handler } = setUp({ onFailure, timeout: 50 });
      assert.equal((await handler(post('/login', {}))).status, 400);
    });
  }

  test('is waited for, since an edge runtime stops at the answer', async () => {
    const events: string[] = [];
    const { handler } = setUp({
      async onFailure() {
        await Promise.resolve();
        events.push('told');
      },
    });
    await handler(post('/login', {}));
    events.push('answered');
    assert.deepEqual(events, ['told', 'answered']);
  });
});

describe('onCredentials', () => {
  for (const verdict of [undefined, true]) {
    test(`lets pass with ${String(verdict)}`, async () => {
      const asked: unknown[] = [];
      const { handler } = setUp({
        onCredentials({ appId, request }) {
          asked.push(appId, request.headers.get('x-real-ip'));
          return verdict;
        },
      });
      const response = await handler(post('/credentials', { appId: APP_ID }, { 'x-real-ip': IP }));
      assert.equal(response.status, 200);
      assert.deepEqual(asked, [APP_ID, IP]);
    });
  }

  test('refuses with false: 429, and nothing is signed', async () => {
    const { handler, failures } = setUp({ onCredentials: () => Promise.resolve(false) });
    const response = await handler(post('/credentials', { appId: APP_ID }));
    assert.equal(response.status, 429);
    const body: unknown = await response.json();
    assert.ok(typeof body === 'object' && body !== null && 'code' in body && !('sign' in body));
    assert.equal(body.code, '429');
    assert.equal(failures[0]?.status, 429);
  });

  test('refuses with an answer of its own', async () => {
    const headers = { 'retry-after': '60' };
    const { handler } = setUp({ onCredentials: () => new Response('slower', { status: 429, headers }) });
    const response = await handler(post('/credentials', { appId: APP_ID }));
    assert.equal(response.headers.get('retry-after'), '60');
    assert.equal(await response.text(), 'slower');
    assert.equal(response.headers.get('cache-control'), 'no-store');
  });

  test('keeps what its own answer says to caches', async () => {
    const headers = { 'cache-control': 'private, max-age=5' };
    const { handler } = setUp({ onCredentials: () => new Response('', { headers }) });
    const response = await handler(post('/credentials', { appId: APP_ID }));
    assert.equal(response.headers.get('cache-control'), headers['cache-control']);
  });

  test('refuses with a response of another realm too', async () => {
    const looksRight = (value: unknown): value is Response => typeof value === 'object' && value !== null;
    const made: unknown = runInNewContext(
      'class Response { status = 429; headers = {}; body = null } new Response()',
    );
    assert.ok(looksRight(made));
    const { handler } = setUp({ onCredentials: () => made });
    const response = await handler(post('/credentials', { appId: APP_ID }));
    assert.equal(response.status, 429);
    assert.equal(await response.text(), '');
  });

  test('that never decides signs nothing: a TimeoutError comes out', async () => {
    const { handler } = setUp({ onCredentials: () => new Promise(() => undefined), timeout: 50 });
    await assert.rejects(handler(post('/credentials', { appId: APP_ID })), { name: 'TimeoutError' });
  });

  test('that throws at once comes out as what it throws later does', async () => {
    const broken = new Error('The store is down');
    const { handler } = setUp({
      onCredentials() {
        throw broken;
      },
    });
    await assert.rejects(handler(post('/credentials', { appId: APP_ID })), broken);
  });

  test('is not asked for a request that is refused anyway', async () => {
    const { handler } = setUp({ onCredentials: () => assert.fail('It was asked') });
    assert.equal((await handler(post('/credentials', { appId: '1' }))).status, 400);
    const foreign = post('/credentials', { appId: APP_ID }, { origin: 'https://evil.example' });
    assert.equal((await handler(foreign)).status, 403);
  });
});

describe('nothing is waited for longer than the timeout', () => {
  const endless = (
    pull?: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>,
  ) => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      ...(pull && { pull }),
      cancel() {
        cancelled = true;
      },
    });
    const headers = { 'content-type': 'application/json' };
    const request = new Request(`${SITE}/login`, { method: 'POST', body, headers, ...{ duplex: 'half' } });
    return { request, cancelled: () => cancelled };
  };

  test('a body that never comes: 408', async () => {
    const { handler, failures } = setUp({ timeout: 50 });
    const { request, cancelled } = endless();
    const response = await handler(request);
    assert.equal(response.status, 408);
    assert.equal(failures[0]?.code, '408');
    assert.ok(cancelled());
  });

  test('a body that comes drop by drop: 408', async () => {
    const { handler } = setUp({ timeout: 50 });
    const { request } = endless(async (controller) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      controller.enqueue(new Uint8Array([32]));
    });
    assert.equal((await handler(request)).status, 408);
  });

  test('a body of nothing without end: 413', async () => {
    const { handler } = setUp();
    const { request } = endless((controller) => controller.enqueue(new Uint8Array()));
    assert.equal((await handler(request)).status, 413);
  });

  for (const cause of [
    new Error('The connection is gone'),
    new DOMException('The caller is gone', 'AbortError'),
    undefined,
  ]) {
    test(`a body that fails with ${String(cause)}: 400`, async () => {
      const { handler, failures } = setUp();
      const { request } = endless((controller) => controller.error(cause));
      assert.equal((await handler(request)).status, 400);
      assert.ok(failures[0]?.message.includes(cause?.message ?? ''));
    });
  }

  test('a body that hides its length in a coding nobody has agreed on: 400', async () => {
    const body = gzipSync(JSON.stringify(LOGIN));
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const { handler, failures } = setUp();
    assert.equal(
      (await handler(new Request(`${SITE}/login`, { method: 'POST', body, headers }))).status,
      400,
    );
    assert.equal(failures[0]?.code, '103002');
  });

  test('how long it took is told', async () => {
    const { handler, failures } = setUp({ fetch: () => new Promise(() => undefined), timeout: 50 });
    const start = performance.now();
    await handler(post('/login', LOGIN));
    const most = performance.now() - start + 1;
    const told = failures[0]?.milliseconds ?? 0;
    assert.ok(told >= 49 && told <= most, String(told));
  });

  const deaf: Record<string, Fetch> = {
    'a fetch that never ends': () => new Promise(() => undefined),
    'an answer whose body never ends': () => Promise.resolve(new Response(new ReadableStream())),
    'a refusal whose body cannot be let go': () =>
      Promise.resolve(
        new Response(new ReadableStream({ cancel: () => new Promise(() => undefined) }), { status: 500 }),
      ),
  };
  for (const [what, fetch] of Object.entries(deaf)) {
    test(`${what}, whatever it makes of the signal: 103005`, async () => {
      const { handler, failures } = setUp({ fetch, timeout: 50 });
      const response = await handler(post('/login', LOGIN));
      assert.equal(response.status, 502);
      assert.equal(failures[0]?.code, '103005');
    });
  }

  test('an answer that comes too late is let go', async () => {
    let answer: (response: Response) => void = () => undefined;
    const fetch: Fetch = () => new Promise((resolve) => (answer = resolve));
    const { handler } = setUp({ fetch, timeout: 50 });
    assert.equal((await handler(post('/login', LOGIN))).status, 502);
    const letGo = new Promise<void>((resolve) => {
      answer(new Response(new ReadableStream({ cancel: () => resolve() })));
    });
    await letGo;
  });
});
