import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parseFields, type Fields } from '../services/fields.js';
import { start, type RunningSandbox } from '../services/start-sandbox.js';
import { APP_ID, APP_KEY, md5, privateKey, text } from '../services/test-client.js';
import { askBusiness, buyToken, phones } from '../load/phone.js';
import { MAY, MAY_NOT, type OriginCase } from '../services/origin-cases.js';
import { ask, type Asked } from './ask.js';
import { LANGUAGES, programOf, type Language } from './languages.js';
import { logInByBrowser } from './log-in-by-browser.js';
import { IP, ODD_ANSWERS, startOddService, type OddService } from './odd-service.js';
import { PRIVATE_KEYS, WRONG_SETTINGS } from './settings.js';
import { runToEnd, startBackend, type Environment, type RunningBackend } from './running-backend.js';

const CREDENTIALS = '/api/ydrz/credentials';
const LOGIN = '/api/ydrz/login';
const FORM = 'application/x-www-form-urlencoded';
const NUMBER = '13900000000';

const fieldsIn = (body: string): Fields => parseFields(body) ?? {};

const postCredentials = (headers: Record<string, string> = {}): Asked => ({
  path: CREDENTIALS,
  headers,
  body: JSON.stringify({ appId: APP_ID }),
});

/** What a server sees of a case: its own address is in Host, and https there means a proxy that ends it. */
const seenAs = ([, url, headers]: OriginCase): Asked => {
  const { protocol } = new URL(url);
  const secure = protocol === 'https:' && { 'x-forwarded-proto': 'https' };
  return postCredentials({ ...secure, ...headers, host: url.replace(/^https?:\/\//, '') });
};

const REFUSALS: readonly [what: string, asked: Asked, status: number, code: string][] = [
  ['another path', { path: '/elsewhere' }, 404, '404'],
  ['a path that goes on', { path: `${LOGIN}/x` }, 404, '404'],
  ['GET', { method: 'GET', path: LOGIN }, 405, '405'],
  ['a preflight of nobody', { method: 'OPTIONS', path: LOGIN }, 405, '405'],
  ['plain text', { path: LOGIN, headers: { 'content-type': 'text/plain' }, body: '{}' }, 415, '415'],
  [
    'a form for credentials',
    { path: CREDENTIALS, headers: { 'content-type': FORM }, body: `appId=${APP_ID}` },
    415,
    '415',
  ],
  ['another application', { path: CREDENTIALS, body: '{"appId":"300099999999"}' }, 400, '105113'],
  ['a number for the application', { path: CREDENTIALS, body: `{"appId":${APP_ID}}` }, 400, '105113'],
  ['broken JSON', { path: LOGIN, body: '{"token":' }, 400, '103002'],
  ['a JSON list', { path: LOGIN, body: '[]' }, 400, '103002'],
  ['a JSON word', { path: LOGIN, body: 'null' }, 400, '103002'],
  ['deep JSON', { path: LOGIN, body: `${'['.repeat(5000)}${']'.repeat(5000)}` }, 400, '103002'],
  [
    'deep JSON in an object',
    { path: LOGIN, body: `{"token":${'['.repeat(5000)}${']'.repeat(5000)}}` },
    400,
    '103002',
  ],
  ['nothing', { path: LOGIN }, 400, '103002'],
  ['no token', { path: LOGIN, body: '{"userInformation":"u"}' }, 400, '103002'],
  [
    'a token that is no text',
    { path: LOGIN, body: '{"token":{"a":1},"userInformation":"u"}' },
    400,
    '103002',
  ],
  ['a token of two lines', { path: LOGIN, body: '{"token":"a\\nb","userInformation":"u"}' }, 400, '103002'],
  [
    'a long token',
    { path: LOGIN, body: JSON.stringify({ token: 'x'.repeat(1025), userInformation: 'u' }) },
    400,
    '103002',
  ],
  ['no userInformation', { path: LOGIN, body: '{"token":"t"}' }, 400, '103002'],
  ['a long body', { path: LOGIN, body: JSON.stringify({ token: 'x'.repeat(17_000) }) }, 413, '413'],
  ['another site', { ...postCredentials({ origin: 'https://evil.example' }) }, 403, '110026'],
];

const suite = (language: Language, program: string): void => {
  const [phone, formPhone] = phones(2, '139', () => 'CM');
  let sandbox: RunningSandbox;
  let odd: OddService;
  let env: Environment;
  const running: RunningBackend[] = [];

  const startWith = async (changes: Environment = {}): Promise<RunningBackend> => {
    const backend = await startBackend((port) => language.serve(program, port), { ...env, ...changes });
    running.push(backend);
    sandbox.registerPages([`${backend.url}/`, `http://127.0.0.1:${String(backend.port)}/`]);
    return backend;
  };
  let backend: RunningBackend;
  let trusting: RunningBackend;
  let listing: RunningBackend;
  let astray: RunningBackend;

  before(
    async () => {
      assert.ok(phone && formPhone);
      [sandbox, odd] = await Promise.all([start({ sims: [phone.sim, formPhone.sim] }), startOddService()]);
      env = { APP_ID, APP_KEY, PRIVATE_KEY: privateKey, GATEWAY: sandbox.url };
      backend = await startWith();
      trusting = await startWith({ TRUST_PROXY: '1' });
      listing = await startWith({ ORIGINS: 'HTTPS://Shop.example/, https://m.shop.example' });
      astray = await startWith({
        GATEWAY: `"${odd.url}/"`,
        PRIVATE_KEY: PRIVATE_KEYS['PKCS#1 in one line'] ?? '',
      });
    },
    { timeout: 120_000 },
  );
  after(async () => {
    await Promise.all(running.map((one) => one.close()));
    await Promise.all([sandbox.close(), odd.close()]);
  });

  test('signs as the guide says, in China’s time', async () => {
    const { status, headers, body } = await ask(backend.port, postCredentials());
    assert.equal(status, 200, body);
    assert.equal(headers['cache-control'], 'no-store');
    const { sign, traceId, timestamp, ...rest } = fieldsIn(body);
    assert.deepEqual(rest, { appId: APP_ID, version: '2.0' });
    assert.match(String(traceId), /^[\w-]{16,64}$/);
    assert.match(String(timestamp), /^\d{17}$/);
    assert.equal(
      sign,
      md5(`${APP_ID}8${String(traceId)}${String(timestamp)}${String(traceId)}2.0${APP_KEY}`),
    );
    const [, y, mo, d, h, mi, s] = /^(.{4})(..)(..)(..)(..)(..)/.exec(String(timestamp)) ?? [];
    const then = Date.parse(
      `${String(y)}-${String(mo)}-${String(d)}T${String(h)}:${String(mi)}:${String(s)}+08:00`,
    );
    assert.ok(Math.abs(Date.now() - then) < 60_000, String(timestamp));
    const again = fieldsIn((await ask(backend.port, postCredentials())).body);
    assert.notEqual(again['traceId'], traceId);
  });

  test('logs a person in, once, by JSON', async () => {
    assert.ok(phone);
    const { userInformation } = phone;
    assert.match(userInformation, /%3D/);
    const { token } = await buyToken(backend.url, sandbox.url, phone);
    const handIn = () => askBusiness(backend.url, LOGIN, { token, userInformation });
    const { status, body } = await handIn();
    assert.deepEqual([status, fieldsIn(body)], [200, { phone: NUMBER }]);
    const asked = sandbox.requests.findLast(({ exchange }) => exchange === 'validate');
    assert.equal(text(fieldsIn(asked?.body ?? ''), 'userInformation'), userInformation);
    const again = await handIn();
    assert.deepEqual([again.status, fieldsIn(again.body)['code']], [401, '104007']);
  });

  test('logs a person in by a form', async () => {
    assert.ok(formPhone);
    const { token } = await buyToken(backend.url, sandbox.url, formPhone);
    const form = new URLSearchParams({ token, 'token-user-information': formPhone.userInformation });
    const headers = {
      'content-type': `${FORM}; charset=UTF-8`,
      origin: backend.url,
      host: new URL(backend.url).host,
    };
    const { status, body } = await ask(backend.port, { path: LOGIN, headers, body: form.toString() });
    assert.deepEqual([status, fieldsIn(body)], [200, { phone: formPhone.sim.number }]);
  });

  test('logs a browser in', { timeout: 60_000 }, async () => {
    const registerPages = (addresses: Iterable<string>) => sandbox.registerPages(addresses);
    const answer = await logInByBrowser({ port: backend.port, gateway: sandbox.url, registerPages });
    assert.deepEqual(fieldsIn(answer), { phone: '13800138000' });
  });

  for (const [what, asked, status, code] of REFUSALS) {
    test(`refuses ${what}: ${String(status)}`, async () => {
      const answer = await ask(backend.port, asked);
      assert.equal(answer.status, status, answer.body);
      const { code: came, message, hint, ...rest } = fieldsIn(answer.body);
      assert.equal(came, code);
      assert.ok(message && hint);
      assert.deepEqual(rest, {});
      assert.match(String(answer.headers['content-type']), /^application\/json/);
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.equal(answer.headers['allow'], status === 405 ? 'POST' : undefined);
    });
  }

  const backendFor = ([, , , settings]: OriginCase) =>
    settings?.trustProxy ? trusting : settings?.origins ? listing : backend;

  test('answers pages of its own origin, whatever proxy is before it', async () => {
    for (const one of MAY) {
      assert.equal((await ask(backendFor(one).port, seenAs(one))).status, 200, one[0]);
    }
  });

  test('answers no page of another', async () => {
    for (const one of MAY_NOT) {
      assert.equal((await ask(backendFor(one).port, seenAs(one))).status, 403, one[0]);
    }
  });

  test('lets pages of listed origins read, with a preflight', async () => {
    const origin = 'https://m.shop.example';
    const preflight = await ask(listing.port, { method: 'OPTIONS', path: LOGIN, headers: { origin } });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers['access-control-allow-origin'], origin);
    assert.match(String(preflight.headers['access-control-allow-headers']), /content-type/i);
    const answer = await ask(listing.port, postCredentials({ origin, 'sec-fetch-site': 'same-site' }));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['access-control-allow-origin'], origin);
    assert.equal(String(answer.headers['vary']).toLowerCase(), 'origin');
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
    const other = await ask(listing.port, postCredentials({ origin: 'https://evil.example' }));
    assert.equal(other.headers['access-control-allow-origin'], undefined);
  });

  test('tells a browser nothing of what is between the servers', { timeout: 60_000 }, async () => {
    const answers = await Promise.all(
      Object.keys(ODD_ANSWERS).map(async (token) => {
        const answer = await ask(astray.port, {
          path: LOGIN,
          body: JSON.stringify({ token, userInformation: 'u' }),
        });
        return [token, answer] as const;
      }),
    );
    const codes: Record<string, string> = {
      address: '104017',
      signature: '104013',
      parameter: '103002',
      gone: '104007',
    };
    for (const [token, { status, body }] of answers) {
      assert.equal(fieldsIn(body)['code'], codes[token] ?? '103005', `${token}: ${body}`);
      assert.equal(status, token === 'gone' ? 401 : 502, token);
      assert.ok(!body.includes(IP), token);
    }
    assert.deepEqual(odd.strayed, []);
    assert.ok(astray.log().includes(IP));
  });

  if (language.limitsBodies) {
    test('does not wait for ever for a body', { timeout: 60_000 }, async () => {
      // Whether it answers or closes the connection is its own affair.
      const status = await ask(backend.port, { path: LOGIN, body: '{"token":', open: true }).then(
        (answer) => answer.status,
        () => 408,
      );
      assert.ok(status >= 400 && status < 500, String(status));
    });
  }

  for (const [form, key] of Object.entries(PRIVATE_KEYS)) {
    test(`reads a private key that is ${form}`, async () => {
      const command = language.check?.(program);
      if (command) assert.equal((await runToEnd(command, { ...env, PRIVATE_KEY: key })).code, 0);
      else await startWith({ PRIVATE_KEY: key });
    });
  }

  for (const [what, [changes, says]] of Object.entries(WRONG_SETTINGS)) {
    test(`does not start with ${what}`, async () => {
      const command = language.check?.(program) ?? language.serve(program, 0);
      const { code, log } = await runToEnd(command, { ...env, PORT: '0', ...changes });
      assert.ok(code !== 0, log);
      const lines = log.trim().split('\n');
      assert.equal(lines.length, 1, log);
      assert.match(log.toLowerCase().replaceAll('_', ''), says);
      for (const secret of Object.values(changes))
        assert.ok(!secret || !log.includes(secret.slice(30, 60)) || secret.length < 60);
    });
  }

  test('has written no number, token or key', () => {
    const log = running.map((one) => one.log()).join('\n');
    const secrets = [NUMBER, APP_KEY, privateKey.slice(40, 80), 'STsid'];
    for (const secret of secrets) assert.ok(!log.includes(secret), `${secret} in ${log}`);
  });
};

for (const language of LANGUAGES) {
  const program = programOf(language);
  if (program === undefined) console.log(`skipped: no ${language.name} here (Debian: ${language.packages})`);
  else describe(`the business server in ${language.name}`, () => suite(language, program));
}
