import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { RunningSandbox } from '../start-sandbox.js';
import { start } from '../sandbox-fixture.js';
import {
  APP_ID,
  PAGE,
  askCm,
  at,
  login,
  md5,
  signOf,
  type Changes,
  type Login,
} from '../../../test/services/test-client.js';
import { chinaTimestamp } from './timestamp.js';

let sandbox: RunningSandbox;
before(async () => {
  sandbox = await start();
});
after(() => sandbox.close());

const ask = async (sim: string, changes: Changes = {}, loginChanges: Partial<Login> = {}) => {
  const answer = await askCm(login(`${sandbox.url}/sim/${sim}`, loginChanges), changes);
  return at(answer, 'body');
};

describe('what China Mobile refuses of a request', () => {
  const minutesAgo = (minutes: number) => chinaTimestamp(Date.now() - minutes * 60_000);
  const cases: [what: string, code: string, changes: Changes, login?: Partial<Login>][] = [
    ['an appId that is not registered', '105113', { appId: '300000000000' }],
    ['an empty appId', '105113', { appId: '' }],
    ['another businessType', '110024', { businessType: '3' }],
    ['a missing version', '130010', { version: undefined }],
    ['a missing timestamp', '130010', { timestamp: undefined }],
    ['a missing traceId', '130010', { traceId: undefined }],
    ['a missing msgId', '130010', { msgId: undefined }],
    ['a missing sign', '130010', { sign: undefined }],
    ['a missing authPageType', '130010', { authPageType: undefined }],
    ['a missing userInformation', '130010', { userInformation: undefined }],
    ['expandParams that are no text', '130010', { expandParams: 1 }],
    ['a number where a string belongs', '130010', { timestamp: 20261122120000000 }],
    ['a timestamp of 14 digits', '105112', { timestamp: '20261122120000' }],
    ['the 31st of February', '105112', { timestamp: '20260231120000000' }],
    ['a timestamp 11 minutes old', '105112', {}, { timestamp: minutesAgo(11) }],
    ['a timestamp 11 minutes ahead', '105112', {}, { timestamp: minutesAgo(-11) }],
    ['a wrong sign', '103101', { sign: md5('something else') }],
    ['a sign in upper case', '103101', { sign: md5('x').toUpperCase() }],
    ['a sign for another time', '103101', { timestamp: minutesAgo(1) }],
    ['a msgId that is not the traceId', '103211', { msgId: 'another' }],
    ['another version', '103211', { version: '1.0' }],
    ['an origin that is not registered', '110026', {}, { origin: 'http://localhost:8001' }],
    ['no origin', '110026', {}, { origin: undefined }],
    ['the origin of a sandboxed frame', '110026', {}, { origin: 'null' }],
    ['no referer', '170001', {}, { referer: undefined }],
    ['a page that is not registered', '170001', {}, { referer: `${PAGE}/` }],
    ['a page of another origin', '170001', {}, { referer: 'http://127.0.0.1:8000/minimal.html' }],
  ];
  for (const [what, code, changes, loginChanges] of cases) {
    test(`${what}: ${code}`, async () => {
      const body = await ask('cm', changes, loginChanges);
      assert.equal(body['resultCode'], code);
      assert.equal(body['accessToken'], undefined);
      assert.ok(body['resultDesc']);
    });
  }

  test('a body that is no JSON object', async () => {
    const response = await fetch(`${sandbox.url}/h5/httpsPreGetmobile`, { method: 'POST', body: '[]' });
    const answer: unknown = await response.json();
    assert.ok(typeof answer === 'object' && answer !== null && 'body' in answer);
    assert.deepEqual(answer.body, { resultCode: '103211', resultDesc: '其他错误' });
  });
});

describe('what China Mobile accepts', () => {
  const cases: [what: string, login: Partial<Login>][] = [
    ['a timestamp 9 minutes old', { timestamp: chinaTimestamp(Date.now() - 9 * 60_000) }],
    ['the page with a query', { referer: `${PAGE}?app-id=1` }],
    ['the bare origin, as Firefox and WebKit send it', { referer: 'http://localhost:8000/' }],
  ];
  for (const [what, loginChanges] of cases) {
    test(what, async () => {
      assert.equal((await ask('cm', {}, loginChanges))['resultCode'], '103000');
    });
  }

  test('no expandParams, as from a page that gives none', async () => {
    assert.equal((await ask('cm', { expandParams: undefined }))['resultCode'], '103000');
  });

  for (const prefix of ['', '/sim/cm', '/lane/slash/sim/cm']) {
    test(`a doubled slash before h5, after "${prefix}"`, async () => {
      const one = login(sandbox.url + prefix);
      assert.equal(at(await askCm({ ...one, base: `${one.base}/` }), 'body')['resultCode'], '103000');
    });
  }
});

test('a traceId is good for one request', async () => {
  const one = login(`${sandbox.url}/sim/cm`);
  assert.equal(at(await askCm(one), 'body')['resultCode'], '103000');
  assert.equal(at(await askCm(one), 'body')['resultCode'], '103211');
});

test('a refused sign does not use a traceId up', async () => {
  const one = login(`${sandbox.url}/sim/cm`);
  assert.equal(at(await askCm(one, { sign: md5('wrong') }), 'body')['resultCode'], '103101');
  assert.equal(at(await askCm(one), 'body')['resultCode'], '103000');
});

test('the sign is made with the registered appkey', async () => {
  const one = login(`${sandbox.url}/sim/cm`);
  const answer = await askCm(one, { sign: signOf(one, APP_ID, 'another key, of the same length!') });
  assert.equal(at(answer, 'body')['resultCode'], '103101');
});

describe('what China Mobile says to each SIM', () => {
  const wrongNetwork = { msisdnOwnerback: '', keytype: '', ipType: 'ipv6' };
  const cases: [sim: string, code: string, hints?: Changes][] = [
    ['cm', '103000'],
    ['slow', '103000'],
    ['ct', '103111', wrongNetwork],
    ['cu', '103111', wrongNetwork],
    ['ct-closed', '103111', wrongNetwork],
    ['cu-closed', '103111', wrongNetwork],
    ['wifi', '103111', wrongNetwork],
    ['blacklisted', '111002'],
    ['iot', '103609'],
    [
      'cm-hint-cu',
      '103111',
      {
        ...{ msisdnOwner: 'CU', msisdnOwnerback: 'CU', keytype: '' },
        ...{ ctGetMobileSwitch: '0', cuGetMobileSwitch: '0', ipType: '0' },
      },
    ],
  ];
  for (const [sim, code, hints = {}] of cases) {
    test(`${sim}: ${code}`, async () => {
      const { resultCode, resultDesc, ...rest } = await ask(sim);
      assert.equal(resultCode, code);
      assert.equal(typeof resultDesc, 'string');
      if (code !== '103000') assert.deepEqual(rest, hints);
    });
  }

  for (const [sim, level] of [
    ['cm', '4'],
    ['cm-level1', '1'],
    ['cm-level5', '5'],
  ] as const) {
    test(`${sim}: authLevel ${level}`, async () => {
      assert.equal((await ask(sim))['authLevel'], level);
    });
  }
});
