import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { FAULT_KINDS, type Fault } from './fault.js';
import type { RunningSandbox } from '../start-sandbox.js';
import { start } from '../sandbox-fixture.js';
import { ORIGIN, askCm, askPhonescrip, at, login, text } from '../../../test/services/test-client.js';

let sandbox: RunningSandbox;
before(async () => {
  sandbox = await start();
});
after(() => sandbox.close());

let lanes = 0;
const newLane = (sim = 'cm') => {
  lanes += 1;
  const id = `faults-${String(lanes)}`;
  return { lane: sandbox.lane(id), base: `${sandbox.url}/lane/${id}/sim/${sim}` };
};

/** China Mobile's request under one fault. */
const hit = (fault: Omit<Fault, 'exchange'>, signal?: AbortSignal) => {
  const { lane, base } = newLane();
  lane.faults.add({ exchange: 'cm', ...fault });
  return fetch(`${base}/h5/httpsPreGetmobile`, {
    method: 'POST',
    body: '{"appId":"1"}',
    headers: { origin: ORIGIN },
    redirect: 'manual',
    ...(signal && { signal }),
  });
};

const parse = (json: string): unknown => JSON.parse(json);

describe('faults of an answer', () => {
  test('refused: the connection is reset', async () => {
    await assert.rejects(hit({ kind: 'refused' }), /fetch failed/);
  });

  test('reset: the head comes, the body does not', async () => {
    const response = await hit({ kind: 'reset' });
    assert.equal(response.status, 200);
    await assert.rejects(response.text(), /terminated/);
  });

  test('timeout: nothing comes', async () => {
    await assert.rejects(hit({ kind: 'timeout' }, AbortSignal.timeout(500)), { name: 'TimeoutError' });
  });

  test('drip: the answer comes byte by byte', async () => {
    const response = await hit({ kind: 'drip', delay: 1 });
    const pieces: number[] = [];
    for await (const piece of response.body ?? []) pieces.push(piece.length);
    assert.ok(pieces.length > 10, `${String(pieces.length)} pieces`);
  });

  test('slow: the answer is whole', async () => {
    assert.ok(parse(await (await hit({ kind: 'slow', delay: 5 })).text()));
  });

  test('status', async () => {
    const response = await hit({ kind: 'status', status: 503 });
    assert.equal(response.status, 503);
    assert.match(await response.text(), /^<!doctype html>/);
    assert.equal(response.headers.get('access-control-allow-origin'), ORIGIN);
  });

  test('empty', async () => {
    const response = await hit({ kind: 'empty' });
    assert.equal(response.status, 200);
    assert.equal(await response.text(), '');
  });

  test('html', async () => {
    const response = await hit({ kind: 'html' });
    assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(await response.text(), /^<!doctype html>/);
  });

  test('truncated: the answer ends early, as if that were all', async () => {
    const body = await (await hit({ kind: 'truncated' })).text();
    assert.match(body, /^\{"header"/);
    assert.throws(() => parse(body), SyntaxError);
  });

  test('types: the same keys, other values', async () => {
    const answer = parse(await (await hit({ kind: 'types' })).text());
    const odd = { unexpected: true };
    assert.deepEqual(answer, {
      header: { appId: odd, msgId: odd, timestamp: odd },
      body: { resultCode: odd, resultDesc: odd },
    });
  });

  test('code', async () => {
    const answer = parse(await (await hit({ kind: 'code', code: '105002' })).text());
    assert.ok(typeof answer === 'object' && answer !== null && 'body' in answer);
    assert.deepEqual(answer.body, { resultCode: '105002', resultDesc: '移动网关取号失败' });
  });

  test('body', async () => {
    assert.equal(await (await hit({ kind: 'body', body: '[1]' })).text(), '[1]');
  });

  test('redirect', async () => {
    const response = await hit({ kind: 'redirect', location: 'https://example.com/' });
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), 'https://example.com/');
  });

  test('cors: neither answer nor preflight lets the page read', async () => {
    const answered = await hit({ kind: 'cors' });
    assert.equal(answered.status, 200);
    assert.equal(answered.headers.get('access-control-allow-origin'), null);

    const { lane, base } = newLane();
    lane.faults.add({ exchange: 'token', kind: 'cors' });
    const preflight = await fetch(`${base}/h5/onekeylogin/authGetToken`, {
      method: 'OPTIONS',
      headers: { origin: ORIGIN },
    });
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
  });
});

describe("faults of a carrier's script", () => {
  /** Run the script, and the timers it sets, and count the calls. */
  const callsOf = async (kind: Fault['kind'], delay = 10) => {
    const { lane, base } = newLane('ct');
    lane.faults.add({ exchange: 'ct-script', kind, delay });
    const first = await askPhonescrip(login(base), 'ct');
    const script = await (await fetch(text(first, 'data'))).text();
    const calls: unknown[] = [];
    const timers: { run: () => void; delay: number }[] = [];
    runInNewContext(script, {
      getTelecomPhone: (result: unknown) => calls.push(result),
      setTimeout: (run: () => void, delay: number) => timers.push({ run, delay }),
    });
    const atOnce = calls.length;
    for (const { run } of timers) run();
    return { atOnce, inTheEnd: calls.length, delays: timers.map((timer) => timer.delay) };
  };

  test('slow leaves it as it is', async () => {
    assert.deepEqual(await callsOf('slow'), { atOnce: 1, inTheEnd: 1, delays: [] });
  });
  test('twice', async () => {
    assert.deepEqual(await callsOf('twice'), { atOnce: 2, inTheEnd: 2, delays: [] });
  });
  test('late', async () => {
    assert.deepEqual(await callsOf('late', 9000), { atOnce: 0, inTheEnd: 1, delays: [9000] });
  });
  test('never', async () => {
    assert.deepEqual(await callsOf('never'), { atOnce: 0, inTheEnd: 0, delays: [] });
  });
});

describe('which requests a fault hits', () => {
  const codes = async (base: string, count: number) => {
    const seen: unknown[] = [];
    for (let index = 0; index < count; index += 1) {
      seen.push(at(await askCm(login(base)), 'body')['resultCode']);
    }
    return seen;
  };
  const fault = { kind: 'code', code: '1' } as const;

  test('every one, until it is cleared', async () => {
    const { lane, base } = newLane();
    lane.faults.add({ exchange: 'cm', ...fault });
    assert.deepEqual(await codes(base, 2), ['1', '1']);
    lane.faults.clear();
    assert.deepEqual(await codes(base, 1), ['103000']);
  });

  test('after some, for some times', async () => {
    const { lane, base } = newLane();
    lane.faults.add({ exchange: '*', ...fault, after: 1, times: 2 });
    assert.deepEqual(await codes(base, 4), ['103000', '1', '1', '103000']);
    assert.deepEqual(lane.faults.list, []);
  });

  test('not those of another exchange or another lane', async () => {
    const { lane } = newLane();
    lane.faults.add({ exchange: 'cm', ...fault });
    const { lane: own, base } = newLane();
    own.faults.add({ exchange: 'token', ...fault });
    assert.deepEqual(await codes(base, 1), ['103000']);
    assert.deepEqual(await codes(sandbox.url, 1), ['103000']);
  });

  test('no preflight, and none is counted', async () => {
    const { lane, base } = newLane();
    lane.faults.add({ exchange: 'cm', kind: 'status', times: 1 });
    const preflight = await fetch(`${base}/h5/httpsPreGetmobile`, { method: 'OPTIONS' });
    assert.equal(preflight.status, 204);
    assert.equal(lane.faults.list.length, 1);
  });
});

describe('control over HTTP', () => {
  const post = (url: string, body: unknown, headers = {}) =>
    fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });

  test('faults are added to, listed in and cleared from their lane', async () => {
    const { lane, base } = newLane();
    const added = await post(`${base}/sandbox/faults`, [{ exchange: 'cm', kind: 'empty' }]);
    assert.equal(added.status, 200);
    assert.deepEqual(lane.faults.list, [{ exchange: 'cm', kind: 'empty' }]);
    assert.deepEqual(await (await fetch(`${base}/sandbox/faults`)).json(), lane.faults.list);
    assert.deepEqual(sandbox.faults.list, []);
    await fetch(`${base}/sandbox/faults`, { method: 'DELETE' });
    assert.deepEqual(lane.faults.list, []);
  });

  for (const kind of FAULT_KINDS) {
    test(`${kind} is a fault`, async () => {
      const { base } = newLane();
      assert.equal((await post(`${base}/sandbox/faults`, { exchange: 'cm', kind })).status, 200);
    });
  }

  for (const wrong of [
    undefined,
    null,
    7,
    { exchange: 'cm' },
    { exchange: 'cm', kind: 'explode' },
    { exchange: 'cm', kind: 'constructor' },
    { exchange: 'cm', kind: 'empty', times: '1' },
    { exchange: 'cm', kind: 'empty', time: 1 },
    [{ exchange: 'cm', kind: 'empty' }, {}],
  ]) {
    test(`${JSON.stringify(wrong)} is no fault`, async () => {
      const { lane, base } = newLane();
      assert.equal((await post(`${base}/sandbox/faults`, wrong)).status, 400);
      assert.deepEqual(lane.faults.list, []);
    });
  }

  test('requests are listed as they came, and forgotten', async () => {
    const { base } = newLane();
    await fetch(`${base}/h5/httpsPreGetmobile?a=1`, { method: 'POST', body: '{"appId":"1"}' });
    const listed: unknown = await (await fetch(`${base}/sandbox/requests`)).json();
    assert.ok(Array.isArray(listed));
    const seen: unknown = listed[0];
    assert.ok(typeof seen === 'object' && seen !== null && 'headers' in seen);
    const { headers, ...rest } = seen;
    const path = `${new URL(base).pathname}/h5/httpsPreGetmobile?a=1`;
    assert.deepEqual(rest, { exchange: 'cm', method: 'POST', path, body: '{"appId":"1"}' });
    assert.ok(typeof headers === 'object' && headers !== null && 'content-type' in headers);
    assert.equal(headers['content-type'], 'text/plain;charset=UTF-8');

    await fetch(`${base}/sandbox/requests`, { method: 'DELETE' });
    assert.deepEqual(await (await fetch(`${base}/sandbox/requests`)).json(), []);
  });

  test('latency is set for a lane', async () => {
    const { lane, base } = newLane();
    assert.equal((await post(`${base}/sandbox/latency`, { ms: 5 })).status, 200);
    assert.equal(lane.latency, 5);
    for (const ms of [-1, '5', 1e9, null]) {
      assert.equal((await post(`${base}/sandbox/latency`, { ms })).status, 400);
    }
    assert.equal(lane.latency, 5);
  });

  test('pages of strangers are kept out', async () => {
    const { lane, base } = newLane();
    const origin = 'https://evil.example';
    const refused = await post(`${base}/sandbox/faults`, { exchange: 'cm', kind: 'empty' }, { origin });
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
    assert.deepEqual(lane.faults.list, []);
    const welcome = await fetch(`${base}/sandbox/sims`, { headers: { origin: 'http://127.0.0.1:5173' } });
    assert.equal(welcome.headers.get('access-control-allow-origin'), 'http://127.0.0.1:5173');
  });
});

test('a sandbox of very many lanes still knows what is set outside lanes', async () => {
  const outside = sandbox.lane('');
  outside.faults.add({ exchange: 'cm', kind: 'status', status: 503 });
  for (let other = 0; other < 1001; other += 1) sandbox.lane(`one-of-many-${String(other)}`);
  assert.equal(sandbox.lane(''), outside);
  const response = await fetch(`${sandbox.url}/sim/cm/h5/httpsPreGetmobile`, {
    method: 'POST',
    body: '{"appId":"1"}',
    headers: { origin: ORIGIN },
  });
  assert.equal(response.status, 503);
});
