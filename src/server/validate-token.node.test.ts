import assert from 'node:assert/strict';
import { createCipheriv, createVerify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { inspect } from 'node:util';
import { YdrzError, validateToken } from '../../test/services/server-kit.js';
import type { ValidationOptions } from './index.js';
import {
  APP_ID,
  APP_KEY,
  PRIVATE_PEM,
  PUBLIC_PEM,
  USER_INFORMATION,
} from '../../test/services/server-fixture.js';

const NUMBER = '13800138000';

/** The number as the service would encrypt it. */
const encrypted = (number: string | Buffer, appKey = APP_KEY): string => {
  const cipher = createCipheriv('aes-128-ecb', appKey.slice(0, 16), null);
  return Buffer.concat([cipher.update(Buffer.from(number)), cipher.final()]).toString('base64');
};

const success = (data: unknown) => JSON.stringify({ resultCode: '103000', desc: '成功', data });
const SUCCESS = success({ msisdn: encrypted(NUMBER), securityPhone: '138****8000' });

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let seen: {
  method?: string | undefined;
  url?: string | undefined;
  headers: IncomingMessage['headers'];
  body: string;
}[];
let server: Server;
let gateway: string;

before(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  gateway = `http://127.0.0.1:${String(address.port)}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
  answer = (_, response) => response.end(SUCCESS);
});

const validate = (changes: Partial<ValidationOptions> = {}) =>
  validateToken({
    appId: APP_ID,
    appKey: APP_KEY,
    privateKey: PRIVATE_PEM,
    token: 'STsid-token',
    userInformation: USER_INFORMATION,
    gateway,
    ...changes,
  });

/** The error of a validation that must fail; it never holds a key. */
const failure = async (validation: Promise<unknown>): Promise<YdrzError> => {
  const error: unknown = await validation.then(
    () => assert.fail('It succeeded'),
    (error: unknown) => error,
  );
  assert.ok(error instanceof YdrzError, inspect(error));
  assert.equal(error.phase, 'token');
  assert.notEqual(error.hint, '');
  const everything = inspect(error, { depth: null, showHidden: true });
  assert.ok(!everything.includes(APP_KEY), 'the appKey is in the error');
  assert.ok(!everything.includes(PRIVATE_PEM.slice(40, 80)), 'the private key is in the error');
  return error;
};

describe('what validateToken sends', () => {
  test('the documented request', async () => {
    const now = () => Date.UTC(2026, 10, 22, 20, 30, 5, 7);
    await validate({ traceId: 'trace-1', now, expandParams: 'a=b' });
    const [request] = seen;
    assert.ok(request);
    assert.equal(`${String(request.method)} ${String(request.url)}`, 'POST /h5/onekeylogin/tokenValidate');
    const { headers } = request;
    assert.equal(headers['interfaceversion'], '2.0');
    assert.equal(headers['appid'], APP_ID);
    assert.equal(headers['traceid'], 'trace-1');
    assert.equal(headers['timestamp'], '20261123043005007');
    assert.equal(headers['businesstype'], '8');
    assert.equal(headers['content-type'], 'application/json');
    const body: unknown = JSON.parse(request.body);
    assert.ok(typeof body === 'object' && body !== null && 'sign' in body);
    const { sign, ...rest } = body;
    assert.deepEqual(rest, {
      token: 'STsid-token',
      userInformation: USER_INFORMATION,
      expandParams: 'a=b',
    });
    assert.ok(typeof sign === 'string');
    assert.match(sign, /^[\dA-F]{512}$/);
    const signed = `${APP_ID}trace-120261123043005007STsid-token2.0`;
    const verifier = createVerify('RSA-SHA256').update(signed);
    assert.ok(verifier.verify(PUBLIC_PEM, Buffer.from(sign, 'hex')));
  });

  test('a gateway may have a path and a slash at its end', async () => {
    await validate({ gateway: `${gateway}/proxy/` });
    assert.equal(seen[0]?.url, '/proxy/h5/onekeylogin/tokenValidate');
  });

  for (const [what, testLine, url] of [
    ['live host', false, 'https://www.cmpassport.com/h5/onekeylogin/tokenValidate'],
    ['test line', true, 'https://testcert.cmpassport.com:7002/h5/onekeylogin/tokenValidate'],
  ] as const) {
    test(`without a gateway it is the ${what}`, async () => {
      const asked: unknown[] = [];
      const fetch: typeof globalThis.fetch = (input) => {
        asked.push(input);
        return Promise.resolve(new Response(SUCCESS));
      };
      await validate({ gateway: undefined, testLine, fetch });
      assert.deepEqual(asked, [url]);
    });
  }
});

describe('what validateToken answers', () => {
  test('the number', async () => {
    assert.deepEqual(await validate({ traceId: 't' }), {
      phone: NUMBER,
      maskedPhone: '138****8000',
      traceId: 't',
    });
  });

  test('the mask is made where the service sends none', async () => {
    answer = (_, response) => response.end(success({ msisdn: encrypted(NUMBER) }));
    assert.equal((await validate()).maskedPhone, '138****8000');
  });

  test('a fresh traceId where none is given', async () => {
    const { traceId } = await validate();
    assert.match(traceId, /^[\da-f]{32}$/);
    assert.equal(seen[0]?.headers['traceid'], traceId);
  });

  test("the service's refusal, with its code and a hint in the language asked for", async () => {
    answer = (_, response) => response.end(JSON.stringify({ resultCode: '104013', desc: '签名校验失败' }));
    const error = await failure(validate({ traceId: 't', language: 'en' }));
    assert.deepEqual([error.code, error.message, error.msgId], ['104013', '签名校验失败', 't']);
    assert.match(error.hint, /RSA key/);
  });
});

test('what the service says is cut, however long it is', async () => {
  answer = (_, response) => response.end(JSON.stringify({ resultCode: '104000', desc: '长'.repeat(10_000) }));
  assert.equal((await failure(validate())).message.length, 200);
});

describe('missing and malformed parameters: 103002 before any request', () => {
  const cases: [what: string, changes: Partial<ValidationOptions>][] = [
    ['no token', { token: '' }],
    ['a long token', { token: 'x'.repeat(1025) }],
    ['a token of two lines', { token: 'a\nb' }],
    ['no userInformation', { userInformation: '' }],
    ['a long userInformation', { userInformation: 'x'.repeat(4097) }],
    ['no appId', { appId: '' }],
    ['no appKey', { appKey: '' }],
    ['an appKey that is no AES key', { appKey: '密钥密钥密钥密钥密钥密钥密钥密钥' }],
    ['no privateKey', { privateKey: '' }],
    ['an odd traceId', { traceId: 'a b' }],
    ['long expandParams', { expandParams: 'x'.repeat(1025) }],
  ];
  for (const [what, changes] of cases) {
    test(what, async () => {
      assert.equal((await failure(validate(changes))).code, '103002');
      assert.equal(seen.length, 0);
    });
  }
});

describe('no readable answer: 103005 with its cause', () => {
  const cases: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
    'HTTP 500': (_, response) => response.writeHead(500).end(SUCCESS),
    'a redirect': (_, response) => response.writeHead(307, { location: '/elsewhere' }).end(),
    HTML: (_, response) => response.end('<!doctype html>'),
    nothing: (_, response) => response.end(),
    'a JSON list': (_, response) => response.end('[]'),
    'no resultCode': (_, response) => response.end('{}'),
    'an odd resultCode': (_, response) => response.end('{"resultCode":"<b>"}'),
    'a resultCode with something after it': (_, response) => response.end('{"resultCode":"104013 <b>"}'),
    'a resultCode with something before it': (_, response) => response.end('{"resultCode":"<b>104013"}'),
    'half an answer': (request, response) => {
      response.writeHead(200, { 'content-length': SUCCESS.length });
      response.end(SUCCESS.slice(0, 20), () => request.socket.resetAndDestroy());
    },
    'no data': (_, response) => response.end(success(undefined)),
    'a number under another key': (_, response) =>
      response.end(success({ msisdn: encrypted(NUMBER, '0123456789abcdef0123456789abcdef') })),
    'no number inside': (_, response) => response.end(success({ msisdn: encrypted('<script>') })),
    'more than a number inside': (_, response) =>
      response.end(success({ msisdn: encrypted(`${NUMBER}<b>`) })),
    'something before the number': (_, response) =>
      response.end(success({ msisdn: encrypted(`x${NUMBER}`) })),
    'no text inside': (_, response) =>
      response.end(success({ msisdn: encrypted(Buffer.from([0xff, 0xfe, 0xc0])) })),
    'an endless answer': (_, response) => response.end(' '.repeat(65 * 1024) + SUCCESS),
  };
  for (const [what, faulty] of Object.entries(cases)) {
    test(what, async () => {
      answer = faulty;
      const error = await failure(validate());
      assert.equal(error.code, '103005');
      assert.ok(error.cause instanceof Error);
      assert.equal(seen.length, 1);
    });
  }

  test('the time is up', async () => {
    answer = () => undefined;
    const error = await failure(validate({ timeout: 50 }));
    assert.equal(error.code, '103005');
    assert.ok(error.cause instanceof DOMException && error.cause.name === 'TimeoutError');
  });

  test('the time is up in the middle of the body', async () => {
    answer = (_, response) =>
      response.writeHead(200, { 'content-length': SUCCESS.length }).end(SUCCESS.slice(0, 20));
    assert.equal((await failure(validate({ timeout: 50 }))).code, '103005');
  });

  test('nobody listens', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    assert.ok(typeof address === 'object' && address !== null);
    await new Promise((resolve) => closed.close(resolve));
    const nobody = `http://127.0.0.1:${String(address.port)}`;
    assert.equal((await failure(validate({ gateway: nobody }))).code, '103005');
  });
});

describe('ended by the caller: 503', () => {
  test('while it runs, long before its time is up', { timeout: 10_000 }, async () => {
    const controller = new AbortController();
    answer = () => {
      controller.abort();
    };
    assert.equal((await failure(validate({ signal: controller.signal, timeout: 60_000 }))).code, '503');
  });

  test('before it began', async () => {
    assert.equal((await failure(validate({ signal: AbortSignal.abort() }))).code, '503');
    assert.equal(seen.length, 0);
  });
});
