import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RunningSandbox } from '../start-sandbox.js';
import { start } from '../sandbox-fixture.js';
import {
  APP,
  PATHS,
  askCallback,
  askGateway,
  askPartner,
  askPhonescrip,
  login,
  md5,
  post,
  sealed,
  text,
  type HeaderChanges,
  type Changes,
  type Login,
  type Partner,
} from '../../../test/services/test-client.js';

const OTHER_APP = { ...APP, appId: '300087654321' };

let sandbox: RunningSandbox;
let now = Date.now();
before(async () => {
  sandbox = await start({ apps: [APP, OTHER_APP], now: () => now });
});
after(() => sandbox.close());

const loginOf = (sim: string, changes: Partial<Login> = {}) => login(`${sandbox.url}/sim/${sim}`, changes);

const PARTNERS: readonly Partner[] = ['ct', 'cu'];

interface Step1Case {
  code: string;
  inside?: Changes;
  headers?: HeaderChanges;
  body?: Changes;
  login?: Partial<Login>;
}

const STEP_1: Record<string, Step1Case> = {
  'no appId': { code: '105113', headers: { appId: undefined } },
  'an appId that is not registered': { code: '105113', headers: { appId: '300000000000' } },
  'no traceId': { code: '105117', headers: { traceId: undefined } },
  'no interfaceVersion': { code: '130030', headers: { interfaceVersion: undefined } },
  'another interfaceVersion': { code: '301', headers: { interfaceVersion: '1.0' } },
  'no businessType': { code: '108001', body: { businessType: undefined } },
  'another businessType': { code: '104001', body: { businessType: '9' } },
  'no encrypted': { code: '130030', body: { encrypted: undefined } },
  'no reqdata': { code: '130030', body: { reqdata: undefined } },
  'another key': { code: '301', body: { encrypted: '0123456789abcdef' } },
  'a key of another length': { code: '301', body: { encrypted: '0123' } },
  'sealed text that is no JSON object': { code: '301', body: sealed([]) },
  'reqdata that is no ciphertext': { code: '301', body: { reqdata: 'zz' } },
  'a sign of something else': { code: '103101', inside: { sign: md5('x') } },
  'no sign': { code: '130030', inside: { sign: '' } },
  'another ver': { code: '301', inside: { ver: '2.0' } },
  'no ver': { code: '130030', inside: { ver: undefined } },
  'another appId inside': { code: '301', inside: { appId: OTHER_APP.appId } },
  'another version inside': { code: '301', inside: { interfaceVersion: '1.0' } },
  'another msgId inside': { code: '301', inside: { msgId: 'another' } },
  'expandParams inside': { code: '301', inside: { expandParams: 'a=b' } },
  'an unknown mobilesystem': { code: '301', inside: { mobilesystem: '2' } },
  'no mobilesystem': { code: '130030', inside: { mobilesystem: undefined } },
  'an old timestamp': { code: '301', login: { timestamp: '20200101000000000' } },
  'an origin that is not registered': { code: '110026', login: { origin: 'https://example.com' } },
  'no referer': { code: '170001', login: { referer: undefined } },
};

interface Step3Case {
  code: string;
  headers?: HeaderChanges;
  body?: Changes;
  /** Changes between steps 2 and 3. */
  login?: Partial<Login>;
}

const STEP_3: Record<string, Step3Case> = {
  'no appId': { code: '105113', headers: { appId: undefined } },
  'no traceId': { code: '105117', headers: { traceId: undefined } },
  'no businessType': { code: '108001', headers: { businessType: undefined } },
  'another businessType': { code: '104001', headers: { businessType: '1' } },
  'no authPageType': { code: '130030', headers: { authPageType: undefined } },
  'no timestamp': { code: '130030', headers: { timestamp: undefined } },
  'an old timestamp': { code: '301', headers: { timestamp: '20200101000000000' } },
  'no interfaceVersion': { code: '130030', headers: { interfaceVersion: undefined } },
  'no data': { code: '130030', body: { data: '' } },
  'another ver': { code: '301', body: { ver: undefined } },
  'an origin that is not registered': { code: '110026', login: { origin: 'https://example.com' } },
  'another page': { code: '170001', login: { referer: 'http://localhost:8000/other.html' } },
};

for (const partner of PARTNERS) {
  const notItsOwn = { ct: '105003', cu: '105001' }[partner];

  describe(`${partner}: what step 1 refuses`, () => {
    for (const [what, { code, login: loginChanges, ...changes }] of Object.entries(STEP_1)) {
      test(`${what}: ${code}`, async () => {
        const answer = await askPhonescrip(loginOf(partner, loginChanges), partner, changes);
        assert.equal(answer['resultCode'], code);
        assert.equal(answer['data'], undefined);
        assert.ok(answer['desc']);
      });
    }

    test('another version, though inside and outside agree: 301', async () => {
      const one = loginOf(partner);
      const sign = md5(`${APP.appId}1.0${one.traceId}${one.timestamp}`);
      const answer = await askPhonescrip(one, partner, {
        headers: { interfaceVersion: '1.0' },
        inside: { interfaceVersion: '1.0', sign },
      });
      assert.equal(answer['resultCode'], '301');
    });

    test('a body that is no JSON object: 301', async () => {
      const headers = { appId: APP.appId, interfaceVersion: '2.0', traceId: 'a', businessType: '8' };
      const path = `/h5/onekeylogin/${PATHS[partner].phonescrip}`;
      assert.equal((await post(loginOf(partner), path, { headers, body: '[]' }))['resultCode'], '301');
    });

    test('a traceId that was used before: 130035', async () => {
      const one = loginOf(partner);
      assert.equal((await askPhonescrip(one, partner))['resultCode'], '103000');
      assert.equal((await askPhonescrip(one, partner))['resultCode'], '130035');
    });
  });

  describe(`${partner}: what step 3 refuses`, () => {
    for (const [what, { code, login: loginChanges, ...changes }] of Object.entries(STEP_3)) {
      test(`${what}: ${code}`, async () => {
        const one = loginOf(partner);
        const second = await askGateway(text(await askPhonescrip(one, partner), 'data'), partner);
        const answer = await askCallback({ ...one, ...loginChanges }, partner, text(second, 'data'), changes);
        assert.equal(answer['resultCode'], code);
        assert.equal(answer['accessToken'], undefined);
      });
    }

    const unnamed = { ct: '130030', cu: '103000' }[partner];
    test(`no userInformation: ${unnamed}`, async () => {
      const one = loginOf(partner);
      const second = await askGateway(text(await askPhonescrip(one, partner), 'data'), partner);
      const body = { userInformation: undefined };
      const answer = await askCallback(one, partner, text(second, 'data'), { body });
      assert.equal(answer['resultCode'], unnamed);
    });

    test('a body that is no JSON object: 301', async () => {
      const { traceId, timestamp } = loginOf(partner);
      const headers = {
        appId: APP.appId,
        interfaceVersion: '2.0',
        traceId,
        businessType: '8',
        timestamp,
        authPageType: '0',
      };
      const path = `/h5/onekeylogin/${PATHS[partner].callback}`;
      assert.equal((await post(loginOf(partner), path, { headers, body: '[]' }))['resultCode'], '301');
    });

    const dataOf = async (one: Login) =>
      text(await askGateway(text(await askPhonescrip(one, partner), 'data'), partner), 'data');

    test('data that the gateway never gave out', async () => {
      const answer = await askCallback(loginOf(partner), partner, 'deadbeef');
      assert.equal(answer['resultCode'], notItsOwn);
    });

    test("another login's data", async () => {
      const data = await dataOf(loginOf(partner));
      assert.equal((await askCallback(loginOf(partner), partner, data))['resultCode'], notItsOwn);
    });

    test("another application's data", async () => {
      const one = loginOf(partner);
      const headers = { appId: OTHER_APP.appId };
      const answer = await askCallback(one, partner, await dataOf(one), { headers });
      assert.equal(answer['resultCode'], notItsOwn);
    });

    test('data a second time', async () => {
      const one = loginOf(partner);
      const data = await dataOf(one);
      assert.equal((await askCallback(one, partner, data))['resultCode'], '103000');
      assert.equal((await askCallback(one, partner, data))['resultCode'], notItsOwn);
    });

    test('data more than a minute old', async () => {
      const one = loginOf(partner);
      const data = await dataOf(one);
      now += 61_000;
      assert.equal((await askCallback(one, partner, data))['resultCode'], notItsOwn);
    });
  });

  test(`${partner}-closed: success with no accessToken`, async () => {
    const answer = await askPartner(loginOf(`${partner}-closed`), partner);
    assert.equal(answer['resultCode'], '103000');
    assert.equal(answer['accessToken'], '');
  });
}

describe('what the gateways say to other SIMs', () => {
  const foreignToChinaUnicom = { result: '1', code: '105001', msg: '联通网关取号失败' };
  const cases: [sim: string, partner: Partner, answer: Changes][] = [
    ['cm', 'ct', { result: -10011, data: '运营商不匹配' }],
    ['cu', 'ct', { result: -10011, data: '运营商不匹配' }],
    ['wifi', 'ct', { result: -10004, data: '无效的IP' }],
    ['cm', 'cu', foreignToChinaUnicom],
    ['ct', 'cu', foreignToChinaUnicom],
    ['wifi', 'cu', foreignToChinaUnicom],
  ];
  for (const [sim, partner, expected] of cases) {
    test(`${partner} to ${sim}`, async () => {
      const first = await askPhonescrip(loginOf(sim), partner);
      assert.deepEqual(await askGateway(text(first, 'data'), partner), expected);
    });
  }

  test('an address works once', async () => {
    const url = text(await askPhonescrip(loginOf('ct'), 'ct'), 'data');
    assert.equal((await askGateway(url, 'ct'))['result'], 0);
    assert.equal((await askGateway(url, 'ct'))['result'], -10009);
  });

  test('what the gateway gave out is no address of it', async () => {
    const url = text(await askPhonescrip(loginOf('ct'), 'ct'), 'data');
    const data = text(await askGateway(url, 'ct'), 'data');
    assert.equal((await askGateway(url.replace(/[^/]+$/, data), 'ct'))['result'], -10009);
  });

  test('the address is under the same SIM and lane as the request', async () => {
    const base = `${sandbox.url}/lane/a/sim/ct`;
    const first = await askPhonescrip(login(base), 'ct');
    assert.ok(text(first, 'data').startsWith(`${base}/gateway/ct/`), text(first, 'data'));
  });
});
