import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RunningSandbox } from '../start-sandbox.js';
import { start } from '../sandbox-fixture.js';
import {
  APP,
  PAGE,
  USER_INFORMATION,
  askCallback,
  askCm,
  askGateway,
  askPartner,
  askPhonescrip,
  askToken,
  askValidation,
  at,
  login,
  md5,
  text,
  type Changes,
  type HeaderChanges,
  type Login,
} from '../../../test/services/test-client.js';
import { chinaTimestamp } from './timestamp.js';

const OTHER_APP = { ...APP, appId: '300087654321' };
const NUMBER = '13800138000';
const MINUTE = 60_000;

let sandbox: RunningSandbox;
let now = Date.now();
before(async () => {
  sandbox = await start({ apps: [APP, OTHER_APP], now: () => now, lockTime: 10 * MINUTE });
});
after(() => sandbox.close());

let lanes = 0;
/** A lane of its own for each, as wrong tries are counted by number. */
const loginOf = (sim: string, changes: Partial<Login> = {}): Login => {
  lanes += 1;
  const base = `${sandbox.url}/lane/${String(lanes)}/sim/${sim}`;
  return login(base, { timestamp: chinaTimestamp(now), ...changes });
};
const accessOf = async (one: Login) => text(at(await askCm(one), 'body'), 'accessToken');
const tokenOf = async (one: Login, number = NUMBER) =>
  text(at(await askToken(one, await accessOf(one), number), 'data'), 'token');
const code = async (answer: Promise<{ resultCode?: unknown }>) => (await answer).resultCode;
const validate = (token: string, changes: Parameters<typeof askValidation>[2] = {}) =>
  askValidation(sandbox.url, token, { timestamp: chinaTimestamp(now), ...changes });

describe('what a token request is refused for', () => {
  interface Case {
    code: string;
    headers?: HeaderChanges;
    body?: Changes;
    login?: Partial<Login>;
  }
  const cases: Record<string, Case> = {
    'no appId': { code: '103002', headers: { appId: undefined } },
    'an appId that is not registered': { code: '104000', headers: { appId: '300000000000' } },
    'no businessType': { code: '103002', headers: { businessType: undefined } },
    'another businessType': { code: '104001', headers: { businessType: '1' } },
    'no traceId': { code: '103002', headers: { traceId: undefined } },
    'no timestamp': { code: '103002', headers: { timestamp: undefined } },
    'no interfaceVersion': { code: '103002', headers: { interfaceVersion: undefined } },
    'another Content-Type': { code: '103002', headers: { 'content-type': 'text/plain' } },
    'no accessToken': { code: '103002', body: { accessToken: '' } },
    'no userInformation': { code: '103002', body: { userInformation: undefined } },
    'expandParams that are no text': { code: '103002', body: { expandParams: {} } },
    'another interfaceVersion': { code: '104010', headers: { interfaceVersion: '1.0' } },
    'an accessToken that was never given out': { code: '104007', body: { accessToken: 'x' } },
    "another application's accessToken": { code: '104008', headers: { appId: OTHER_APP.appId } },
    'another userInformation': { code: '104008', body: { userInformation: 'c3dhcHBlZA==' } },
    'a decoded userInformation': { code: '104008', body: { userInformation: 'QW5kcm9pZEBAeA==' } },
    'a userInformation encoded twice': {
      code: '104008',
      body: { userInformation: encodeURIComponent(USER_INFORMATION) },
    },
    'no number': { code: '104011', body: { phone: '' } },
    'the number itself in place of its MD5': { code: '104012', body: { phone: NUMBER } },
    'another page': { code: '104005', login: { referer: `${PAGE}x` } },
    'an origin that is not registered': { code: '104006', login: { origin: 'https://example.com' } },
  };
  for (const [what, { code: expected, login: loginChanges, ...changes }] of Object.entries(cases)) {
    test(`${what}: ${expected}`, async () => {
      const one = loginOf('cm');
      const accessToken = await accessOf(one);
      const answer = await askToken({ ...one, ...loginChanges }, accessToken, NUMBER, changes);
      assert.equal(answer['resultCode'], expected);
      assert.equal(answer['data'], undefined);
    });
  }

  test("another operator's accessToken: 104008", async () => {
    const one = loginOf('cm');
    const accessToken = await accessOf(one);
    const onAnotherPhone = { ...one, base: one.base.replace('/sim/cm', '/sim/cu') };
    assert.equal(await code(askToken(onAnotherPhone, accessToken, NUMBER)), '104008');
  });

  test('an accessToken that has bought a token: 104007', async () => {
    const one = loginOf('cm');
    const accessToken = await accessOf(one);
    assert.equal(await code(askToken(one, accessToken, NUMBER)), '103000');
    assert.equal(await code(askToken(one, accessToken, NUMBER)), '104007');
  });

  test('an accessToken after five minutes: 104007', async () => {
    const one = loginOf('cm');
    const accessToken = await accessOf(one);
    now += 5 * MINUTE;
    assert.equal(await code(askToken(one, accessToken, NUMBER)), '104007');
  });
});

describe('wrong digits', () => {
  const wrong = '13811118000';

  test('three tries, then the number is locked, even for the right digits and a new login', async () => {
    const one = loginOf('cm');
    const accessToken = await accessOf(one);
    for (const attempt of [1, 2, 3]) {
      assert.equal(await code(askToken(one, accessToken, wrong)), '104012', `try ${String(attempt)}`);
    }
    assert.equal(await code(askToken(one, accessToken, NUMBER)), '104009');
    const again = { ...login(one.base), timestamp: chinaTimestamp(now) };
    assert.equal(await code(askToken(again, await accessOf(again), NUMBER)), '104009');
    now += 10 * MINUTE;
    const later = { ...login(one.base), timestamp: chinaTimestamp(now) };
    assert.equal(await code(askToken(later, await accessOf(later), NUMBER)), '103000');
  });

  test('a token clears the count', async () => {
    const one = loginOf('cm');
    for (const digits of [wrong, wrong, NUMBER, wrong, wrong, NUMBER]) {
      const again = { ...login(one.base), timestamp: chinaTimestamp(now) };
      const expected = digits === NUMBER ? '103000' : '104012';
      assert.equal(await code(askToken(again, await accessOf(again), digits)), expected);
    }
  });
});

test('a token and its validation without expandParams', async () => {
  const one = loginOf('cm');
  const body = { expandParams: undefined };
  const token = text(at(await askToken(one, await accessOf(one), NUMBER, { body }), 'data'), 'token');
  assert.equal(await code(validate(token, { body })), '103000');
});

test('a doubled slash before h5', async () => {
  const one = loginOf('cm');
  assert.equal(await code(askToken({ ...one, base: `${one.base}/` }, await accessOf(one), NUMBER)), '103000');
});

describe('an accessToken of China Unicom that no userInformation was named for', () => {
  const wrong = '18611116000';
  const unbound = async () => {
    const one = loginOf('cu');
    const { data } = await askGateway(text(await askPhonescrip(one, 'cu'), 'data'), 'cu');
    const answer = await askCallback(one, 'cu', String(data), { body: { userInformation: undefined } });
    assert.equal(answer['resultCode'], '103000');
    return { one, accessToken: text(answer, 'accessToken') };
  };

  test('buys a token, which is bound to the one of that request', async () => {
    const { one, accessToken } = await unbound();
    const token = text(at(await askToken(one, accessToken, '18600186000'), 'data'), 'token');
    assert.equal(await code(validate(token, { body: { userInformation: 'b3RoZXI%3D' } })), '104008');
    assert.equal(await code(validate(token)), '103000');
  });

  test('is bound by the first request for a token, whatever that is answered', async () => {
    const { one, accessToken } = await unbound();
    assert.equal(await code(askToken(one, accessToken, wrong)), '104012');
    const body = { userInformation: 'b3RoZXI%3D' };
    assert.equal(await code(askToken(one, accessToken, '18600186000', { body })), '104008');
    assert.equal(await code(askToken(one, accessToken, '18600186000')), '103000');
  });
});

describe('levels', () => {
  test('level 1 needs no number', async () => {
    const one = loginOf('cm-level1');
    assert.equal(await code(askToken(one, await accessOf(one), '')), '103000');
  });
  test('level 1 takes the digits that can be seen', async () => {
    const one = loginOf('cm-level1');
    const body = { phone: md5('1388001') };
    assert.equal(await code(askToken(one, await accessOf(one), '', { body })), '103000');
  });
  test('level 4 does not', async () => {
    const one = loginOf('cm');
    const body = { phone: md5('1388000') };
    assert.equal(await code(askToken(one, await accessOf(one), '', { body })), '104012');
  });
  test('level 1 takes no wrong number', async () => {
    const one = loginOf('cm-level1');
    assert.equal(await code(askToken(one, await accessOf(one), NUMBER)), '104012');
  });
  test('level 5 needs the number', async () => {
    const one = loginOf('cm-level5');
    assert.equal(await code(askToken(one, await accessOf(one), '')), '104011');
  });
});

describe('validation', () => {
  interface Case {
    code: string;
    headers?: HeaderChanges;
    body?: Changes;
  }
  const cases: Record<string, Case> = {
    'no appId': { code: '103002', headers: { appId: undefined } },
    'an appId that is not registered': { code: '104000', headers: { appId: '300000000000' } },
    'another businessType': { code: '104001', headers: { businessType: '3' } },
    'another interfaceVersion': { code: '103001', headers: { interfaceVersion: '1.0' } },
    'another Content-Type': { code: '103002', headers: { 'content-type': 'text/plain' } },
    'no userInformation': { code: '103002', body: { userInformation: '' } },
    'expandParams that are no text': { code: '103002', body: { expandParams: 1 } },
    'another userInformation': { code: '104008', body: { userInformation: 'c3dhcHBlZA%3D%3D' } },
    'a decoded userInformation': { code: '104008', body: { userInformation: 'QW5kcm9pZEBAeA==' } },
    'a signature over something else': { code: '104013', headers: { traceId: 'another' } },
    'a signature that is none': { code: '104013', body: { sign: 'ABCD' } },
    'no signature': { code: '103002', body: { sign: '' } },
  };
  for (const [what, { code: expected, ...changes }] of Object.entries(cases)) {
    test(`${what}: ${expected}, and the token lives on`, async () => {
      const token = await tokenOf(loginOf('cm'));
      const refused = await validate(token, changes);
      assert.equal(refused['resultCode'], expected);
      assert.equal(refused['data'], undefined);
      assert.equal(await code(validate(token)), '103000');
    });
  }

  test("another application's signature: 104013", async () => {
    const token = await tokenOf(loginOf('cm'));
    assert.equal(await code(validate(token, { headers: { appId: OTHER_APP.appId } })), '104013');
  });

  test("another application's token: 104008", async () => {
    const token = await tokenOf(loginOf('cm'));
    assert.equal(await code(validate(token, { appId: OTHER_APP.appId })), '104008');
    assert.equal(await code(validate(token)), '103000');
  });

  test('a signature in lower case: 104013', async () => {
    const token = await tokenOf(loginOf('cm'));
    assert.equal(await code(validate(token, { body: { sign: 'abcdef' } })), '104013');
  });

  test('a token a second time: 104007', async () => {
    const token = await tokenOf(loginOf('cm'));
    assert.equal(await code(validate(token)), '103000');
    assert.equal(await code(validate(token)), '104007');
  });

  test('a token after two minutes: 104007', async () => {
    const token = await tokenOf(loginOf('cm'));
    now += 2 * MINUTE - 1;
    const inTime = await tokenOf(loginOf('cm'));
    now += 1;
    assert.equal(await code(validate(token)), '104007');
    assert.equal(await code(validate(inTime)), '103000');
  });

  test('a stale timestamp: 103001', async () => {
    const token = await tokenOf(loginOf('cm'));
    assert.equal(await code(validate(token, { timestamp: chinaTimestamp(now - 11 * MINUTE) })), '103001');
  });

  test('a replayed request: 103001', async () => {
    const traceId = 'replayed';
    const token = await tokenOf(loginOf('cm'));
    assert.equal(await code(validate(token, { traceId })), '103000');
    assert.equal(await code(validate(await tokenOf(loginOf('cm')), { traceId })), '103001');
  });

  test('a page cannot ask: it may not read the answer, nor get past the preflight', async () => {
    const url = `${sandbox.url}/h5/onekeylogin/tokenValidate`;
    const headers = { origin: 'http://localhost:8000', 'content-type': 'application/json' };
    const answered = await fetch(url, { method: 'POST', headers, body: '{}' });
    assert.equal(answered.headers.get('access-control-allow-origin'), null);
    const preflight = await fetch(url, { method: 'OPTIONS', headers });
    assert.equal(preflight.ok, false);
  });
});

test("each login gets its own SIM's number, side by side", async () => {
  const numbers = { cm: '13800138000', ct: '18900189000', cu: '18600186000', 'cm-level5': '13800138005' };
  const masks = await Promise.all(
    Object.entries(numbers).map(async ([sim, number]) => {
      const one = loginOf(sim);
      const retrieval =
        sim === 'ct' || sim === 'cu' ? await askPartner(one, sim) : at(await askCm(one), 'body');
      const token = await askToken(one, text(retrieval, 'accessToken'), number);
      const validation = await validate(text(at(token, 'data'), 'token'));
      return text(at(validation, 'data'), 'securityPhone');
    }),
  );
  assert.deepEqual(masks, ['138****8000', '189****9000', '186****6000', '138****8005']);
});
