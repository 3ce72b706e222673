import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startSandbox, type RunningSandbox } from './start-sandbox.js';
import { createSandbox } from './create-sandbox.js';
import { answerSameOrigin, type PageBehind } from './same-origin.js';
import { start } from './sandbox-fixture.js';
import type { AnsweredRequest } from './web/report.js';
import { parseFields, type Fields } from '../../test/services/fields.js';
import { APP, APP_ID, ORIGIN, PAGE, askCm, at, login } from '../../test/services/test-client.js';

let sandbox: RunningSandbox;
before(async () => {
  sandbox = await start({
    sims: [{ id: 'mine', number: '13900139000', operator: 'CM', meaning: 'of a test' }],
    apps: [{ ...APP, pageOption: { pageTitle: '登录' } }],
  });
});
after(() => sandbox.close());

describe('where it listens', () => {
  for (const host of ['0.0.0.0', '::', '192.168.0.1', 'example.com', '']) {
    test(`not on ${host || 'an empty host'}`, async () => {
      await assert.rejects(start({ host }), RangeError);
    });
  }

  test('a port in use is told by its code', async () => {
    await assert.rejects(start({ port: sandbox.port }), { code: 'EADDRINUSE', port: sandbox.port });
  });

  test('it is gone after close', async () => {
    const other = await startSandbox({ apps: [], pages: [] });
    await other.close();
    await assert.rejects(fetch(`${other.url}/sandbox/sims`));
  });
});

describe('SIMs', () => {
  test('are listed with number, operator and meaning', async () => {
    const listed: unknown = await (await fetch(`${sandbox.url}/sandbox/sims`)).json();
    assert.ok(Array.isArray(listed));
    const sims: unknown[] = listed;
    const numbers = new Map<unknown, unknown>();
    for (const sim of sims) {
      assert.ok(typeof sim === 'object' && sim !== null && 'id' in sim && 'number' in sim);
      assert.ok('operator' in sim && 'meaning' in sim);
      assert.deepEqual(Object.keys(sim), ['id', 'number', 'operator', 'meaning']);
      assert.match(String(sim.number), /^1\d{10}$/);
      numbers.set(sim.number, sim.id);
    }
    const documented = `cm ct cu cm-level1 cm-level5 wifi blacklisted iot ct-closed cu-closed cm-hint-cu slow mine`;
    assert.deepEqual([...numbers.values()].sort(), documented.split(' ').sort());
    assert.equal(numbers.get('13800138000'), 'cm');
    assert.equal(numbers.get('18900189000'), 'ct');
    assert.equal(numbers.get('18600186000'), 'cu');
  });

  test('the default one is cm; others can be added', async () => {
    assert.equal(at(await askCm(login(sandbox.url)), 'body')['maskPhone'], '138****8000');
    assert.equal(at(await askCm(login(`${sandbox.url}/sim/mine`)), 'body')['maskPhone'], '139****9000');
  });

  test('an unknown one is not found', async () => {
    const response = await fetch(`${sandbox.url}/sim/none/h5/httpsPreGetmobile`, { method: 'POST' });
    assert.equal(response.status, 404);
  });

  test('slow ones wait', async () => {
    const soon = askCm(login(`${sandbox.url}/sim/cm`)).then(() => 'cm');
    const late = askCm(login(`${sandbox.url}/sim/slow`)).then(() => 'slow');
    assert.equal(await Promise.race([late, soon]), 'cm');
    assert.equal(await late, 'slow');
  });
});

describe('CORS', () => {
  const W = '/h5/onekeylogin';
  const retrieval = 'appId, interfaceVersion, traceId';
  const preflights: [path: string, method: string, headers: string | null][] = [
    ['/h5/httpsPreGetmobile', 'POST', null],
    [`${W}/getNewTelecomPhonescrip`, 'POST', `${retrieval}, content-type`],
    [`${W}/getNewUnicomPhonescrip`, 'POST', `${retrieval}, content-type`],
    [`${W}/CTCallback`, 'POST', `${retrieval}, businessType, timestamp, authPageType, content-type`],
    [`${W}/CUCallback`, 'POST', `${retrieval}, businessType, timestamp, authPageType, content-type`],
    [`${W}/getPageOption`, 'GET', 'interfaceVersion, traceId, appId, timestamp, businessType'],
    [`${W}/authGetToken`, 'POST', 'interfaceVersion, timestamp, appId, businessType, traceId, content-type'],
  ];
  for (const [path, method, headers] of preflights) {
    test(`the preflight of ${path} allows what is documented and no more`, async () => {
      const response = await fetch(sandbox.url + path, { method: 'OPTIONS', headers: { origin: ORIGIN } });
      assert.equal(response.status, 204);
      assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
      assert.equal(response.headers.get('access-control-allow-methods'), method);
      assert.equal(response.headers.get('access-control-allow-headers'), headers);
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
    });
  }

  test('an origin that is refused may read the refusal', async () => {
    const origin = 'https://example.com';
    const body = JSON.stringify({ appId: APP_ID });
    const response = await fetch(`${sandbox.url}/h5/httpsPreGetmobile`, {
      method: 'POST',
      headers: { origin },
      body,
    });
    assert.equal(response.headers.get('access-control-allow-origin'), origin);
    assert.equal(response.headers.get('vary'), 'origin');
  });
});

describe('the page option', () => {
  const ask = async (headers: Record<string, string>): Promise<unknown> => {
    const standard = {
      interfaceVersion: '1.0',
      traceId: 'a',
      appId: APP_ID,
      timestamp: '20260101000000000',
      businessType: '8',
      origin: ORIGIN,
      referer: PAGE,
    };
    const url = `${sandbox.url}/h5/onekeylogin/getPageOption`;
    return (await fetch(url, { headers: { ...standard, ...headers } })).json();
  };

  test("is the application's", async () => {
    const data = { pageOption: { pageTitle: '登录' } };
    assert.deepEqual(await ask({}), { resultCode: '103000', desc: '成功', data });
  });

  for (const [header, value, resultCode, desc] of [
    ['appId', '1', '105113', 'APPID非法或为空'],
    ['businessType', '1', '104001', 'businessType config error'],
    ['businessType', '', '108001', 'businessType is null (电信预取号接口)'],
    ['traceId', '', '105117', 'TRACEID为空'],
    ['interfaceVersion', '2.0', '301', '参数错误'],
    ['timestamp', '', '130030', '参数为空'],
    ['origin', 'https://example.com', '110026', 'Origin校验失败'],
    ['referer', '', '170001', 'referer校验失败'],
  ] as const) {
    test(`${header} "${value}": ${resultCode}`, async () => {
      assert.deepEqual(await ask({ [header]: value }), { resultCode, desc });
    });
  }
});

test('pages can be registered later', async () => {
  const page = 'http://localhost:9/later.html';
  const one = { origin: 'http://localhost:9', referer: page };
  assert.equal(at(await askCm(login(sandbox.url, one)), 'body')['resultCode'], '110026');
  sandbox.registerPages([page]);
  assert.equal(at(await askCm(login(sandbox.url, one)), 'body')['resultCode'], '103000');
});

test('a body of more than 64 KB is not read', async () => {
  const response = await fetch(`${sandbox.url}/h5/httpsPreGetmobile`, {
    method: 'POST',
    body: 'x'.repeat(65 * 1024),
  });
  assert.equal(response.status, 413);
});

test('nor is one of more bytes where a request keeps its stream to itself, as in Firefox’s service worker', async () => {
  const request = (body: string) =>
    Object.defineProperty(
      new Request('http://localhost/h5/httpsPreGetmobile', { method: 'POST', body }),
      'body',
      { value: undefined },
    );
  assert.equal((await sandbox.fetch(request('字'.repeat(22_000)))).status, 413);
  assert.equal((await sandbox.fetch(request('{}'))).status, 200);
});

describe('under the page’s own origin', () => {
  const own = 'https://shop.example';
  const ask = async (path: string, page: PageBehind) => {
    let tell: (answered: AnsweredRequest) => void = () => undefined;
    const answered = new Promise<AnsweredRequest>((resolve) => (tell = resolve));
    const local = createSandbox({ apps: [APP], onAnswer: tell });
    const headers = {
      interfaceVersion: '1.0',
      traceId: 'a',
      appId: APP_ID,
      timestamp: '20260101000000000',
      businessType: '8',
    };
    const url = `${own}${path}/h5/onekeylogin/getPageOption`;
    const response = await answerSameOrigin(local, new Request(url, { headers }), page);
    const { resultCode }: Fields = parseFields(await response.text()) ?? {};
    return { resultCode, sim: (await answered).sim };
  };

  for (const [what, path, page, resultCode, sim] of [
    ['the SIM is the page’s', '', { referer: `${own}/a?sim=ct` }, '103000', 'ct'],
    ['the gateway’s goes before it', '/sim/cu', { referer: `${own}/a?sim=ct` }, '103000', 'cu'],
    ['an address cut down to the origin will do', '', { referer: `${own}/` }, '103000', 'cm'],
    ['a page that sends no address is not known', '', {}, '110026', 'cm'],
    ['nor is one of another site', '', { referer: 'https://other.example/' }, '110026', 'cm'],
    [
      'nor one that says so alone',
      '',
      { referer: `${own}/`, origin: 'https://other.example' },
      '110026',
      'cm',
    ],
  ] as const) {
    test(what, async () => {
      assert.deepEqual(await ask(path, page), { resultCode, sim });
    });
  }
});
