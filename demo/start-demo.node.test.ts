import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { isFields, type Fields } from '../test/services/fields.js';
import {
  askPartner,
  askToken,
  at,
  md5,
  post,
  text,
  USER_INFORMATION,
  type Login,
} from '../test/services/test-client.js';
import { DEMO_APP_ID } from './registered.js';
import { startDemo, type Demo } from './start-demo.js';

describe('the demo', () => {
  let demo: Demo;
  before(async () => {
    demo = await startDemo({ registeredPages: ['https://www.abc.com/a/mobile.html/'] });
  });
  after(() => demo.close());

  const fieldsOf = async (response: Response): Promise<Fields> => {
    const value: unknown = await response.json();
    return isFields(value) ? value : {};
  };

  const credentials = async (): Promise<Fields> =>
    fieldsOf(
      await fetch(`${demo.backend.url}/api/ydrz/credentials`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: demo.backend.url },
        body: JSON.stringify({ appId: DEMO_APP_ID }),
      }),
    );

  /** A login as a page would make it, up to the token. */
  const tokenOf = async (sim: string, number: string, origin: string, page: string): Promise<string> => {
    const signed = await credentials();
    const traceId = text(signed, 'traceId');
    const timestamp = text(signed, 'timestamp');
    const one: Login = { base: `${demo.sandbox.url}/sim/${sim}`, traceId, timestamp, origin, referer: page };
    const answer = await post(one, '/h5/httpsPreGetmobile', {
      body: {
        ...{ version: text(signed, 'version'), timestamp, appId: DEMO_APP_ID, businessType: '8' },
        ...{ traceId, msgId: traceId, sign: text(signed, 'sign'), authPageType: '0' },
        ...{ userInformation: USER_INFORMATION, expandParams: '' },
      },
    });
    const retrieval = sim === 'ct' || sim === 'cu' ? await askPartner(one, sim) : at(answer, 'body');
    const token = await askToken(one, text(retrieval, 'accessToken'), number);
    assert.equal(token['resultCode'], '103000', JSON.stringify([answer, retrieval, token]));
    return text(at(token, 'data'), 'token');
  };

  const login = (token: string, accept: string, body?: URLSearchParams): Promise<Response> =>
    fetch(`${demo.backend.url}/api/login`, {
      method: 'POST',
      headers: {
        accept,
        origin: demo.backend.url,
        'content-type': body ? 'application/x-www-form-urlencoded' : 'application/json',
      },
      body: body?.toString() ?? JSON.stringify({ token, userInformation: USER_INFORMATION }),
      redirect: 'manual',
    });

  for (const [sim, number] of [
    ['cm', '13800138000'],
    ['ct', '18900189000'],
    ['cu', '18600186000'],
  ] as const) {
    test(`a whole login: ${sim}, a number, a session, and out again`, async () => {
      const origin = demo.backend.url;
      const token = await tokenOf(sim, number, origin, `${origin}/`);
      const response = await login(token, '*/*');
      assert.deepEqual(await response.json(), { phone: number });
      const cookie = response.headers.get('set-cookie') ?? '';
      assert.match(cookie, /^session=[\w-]{32}; .*HttpOnly; SameSite=Lax/);

      const headers = { cookie: cookie.split(';', 1)[0] ?? '' };
      const session = () => fetch(`${demo.backend.url}/api/session`, { headers });
      assert.deepEqual(await (await session()).json(), { phone: number });
      await fetch(`${demo.backend.url}/api/logout`, { method: 'POST', headers });
      assert.equal((await session()).status, 401);
    });
  }

  test('a form posted without a script ends on the home page, logged in', async () => {
    const origin = demo.backend.url;
    const token = await tokenOf('cm', '13800138000', origin, `${origin}/minimal.html`);
    const form = new URLSearchParams({ token, 'token-user-information': USER_INFORMATION });
    const response = await login(token, 'text/html', form);
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), '/?welcome');
    assert.match(response.headers.get('set-cookie') ?? '', /^session=/);
  });

  test('its pages are registered under both names of the machine, and others where asked', async () => {
    const local = `http://127.0.0.1:${String(demo.backend.port)}`;
    await tokenOf('cm', '13800138000', local, `${local}/minimal.html`);
    await tokenOf('cm', '13800138000', 'https://www.abc.com', 'https://www.abc.com/a/mobile.html/?x=y');
  });

  test('a token is taken once, and no session comes of a refusal', async () => {
    const origin = demo.backend.url;
    const token = await tokenOf('cm', '13800138000', origin, `${origin}/`);
    await login(token, '*/*');
    const again = await login(token, '*/*');
    assert.equal(again.status, 401);
    assert.equal((await fieldsOf(again))['code'], '104007');
    assert.equal(again.headers.get('set-cookie'), null);
  });

  test('the appkey can be given', async () => {
    const appKey = '0123456789ABCDEF0123456789ABCDEF';
    const other = await startDemo({ appKey });
    try {
      const signed = await fieldsOf(
        await fetch(`${other.backend.url}/api/ydrz/credentials`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ appId: DEMO_APP_ID }),
        }),
      );
      const traceId = text(signed, 'traceId');
      const expected = md5(`${DEMO_APP_ID}8${traceId}${text(signed, 'timestamp')}${traceId}2.0${appKey}`);
      assert.equal(signed['sign'], expected);
    } finally {
      await other.close();
    }
  });
});

describe('npm start', () => {
  const run = (env: Record<string, string>): ChildProcess & { text: () => string } => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'demo/start.ts'], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (piece: string) => (said += piece));
    }
    return Object.assign(child, { text: () => said });
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`prints the addresses, and ${signal} ends it cleanly`, async () => {
      const child = run({ PORT: '0', SANDBOX_PORT: '0' });
      while (!child.text().includes('Ctrl-C')) await once(child.stdout ?? child, 'data');
      const said = child.text();
      const page = /http:\/\/localhost:\d+\/minimal\.html\S+/.exec(said)?.[0] ?? '';
      assert.match(
        page,
        /app-id=300012345678&credentials-url=\/api\/ydrz\/credentials&gateway=http:\/\/localhost:\d+\/sim\/cm$/,
      );
      assert.equal((await fetch(page)).status, 200);
      child.kill(signal);
      assert.deepEqual(await once(child, 'exit'), [0, null]);
      assert.ok(!child.text().includes('Error'), child.text());
    });
  }

  const lineOf = async (env: Record<string, string>): Promise<string> => {
    const child = run(env);
    await once(child, 'close');
    assert.equal(child.exitCode, 1);
    const lines = child
      .text()
      .split('\n')
      .filter((line) => line && !line.startsWith('serveStatic:'));
    assert.equal(lines.length, 1, child.text());
    return lines[0] ?? '';
  };

  for (const name of ['PORT', 'SANDBOX_PORT']) {
    test(`says in one line that ${name} is in use`, async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const address = other.address();
      assert.ok(typeof address === 'object' && address !== null);
      const port = String(address.port);
      const line = await lineOf({ PORT: '0', SANDBOX_PORT: '0', [name]: port });
      assert.equal(line, `Port ${port} is in use: stop what runs there, or set PORT and SANDBOX_PORT.`);
      other.close();
    });
  }

  test('says in one line what is no port', async () => {
    assert.equal(await lineOf({ PORT: 'http', SANDBOX_PORT: '0' }), 'PORT is not a port number');
  });

  test('says in one line what is no page', async () => {
    const line = await lineOf({ PORT: '0', SANDBOX_PORT: '0', REGISTERED_PAGES: 'www.abc.com' });
    assert.equal(
      line,
      'Not the full address of a page: www.abc.com. It looks like https://shop.example/login.',
    );
  });

  test('says in one line that an appkey is too short', async () => {
    const line = await lineOf({ PORT: '0', SANDBOX_PORT: '0', APP_KEY: 'short' });
    assert.match(line, /appKey/);
  });
});
