import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inspect } from 'node:util';
import { parseFields } from '../services/fields.js';
import type { FaultKind, RunningSandbox } from 'ydrz-elements/sandbox';
import { start } from '../services/start-sandbox.js';
import { APP_ID, APP_KEY, USER_INFORMATION, privateKey } from '../services/test-client.js';
import { YdrzError, createHandler, validateToken } from 'ydrz-elements/server';
import { INTRUDERS } from './intruders.js';
import { COPIES, LOGINS, TRIES, runLoad, type Outcome, type Settled } from './outcome.js';

/** Every line of the private key, and what of the appKey is a key by itself. */
const secretsOf = (pem: string): string[] => [
  ...pem.split('\n').filter((line) => line && !line.startsWith('-')),
  APP_KEY.slice(0, 16),
];

const assertNoKey = (text: string, where: string, pem = privateKey): void => {
  for (const secret of secretsOf(pem)) assert.ok(!text.includes(secret), `a key is in ${where}`);
};

/** @throws {AssertionError} with the first that was lost. */
const valuesOf = <Value>(settled: readonly Settled<Value>[]): Value[] =>
  settled.map((one) => ('value' in one ? one.value : assert.fail(one.lost)));

describe(`${String(LOGINS)} logins at once`, () => {
  let outcome: Outcome;
  before(
    async () => {
      outcome = await runLoad();
    },
    { timeout: 180_000 },
  );

  test('none is lost, and each gets its own number', () => {
    const done = valuesOf(outcome.logins);
    assert.equal(done.length, LOGINS);
    for (const { number, answer } of done) {
      assert.deepEqual(parseFields(answer.body), { phone: number });
      assert.equal(answer.status, 200);
    }
    assert.equal(new Set(done.map(({ number }) => number)).size, LOGINS);
    console.log(`load: ${String(done.length)} logins done`);
  });

  test('two copies behind a load balancer are as one: a login begins at either and ends at either', () => {
    const done = valuesOf(outcome.logins);
    assert.equal(new Set(done.map(({ signedBy }) => signedBy)).size, COPIES);
    assert.equal(new Set(done.map(({ signedBy, answer }) => signedBy + answer.copy)).size, COPIES * COPIES);
  });

  for (const name of Object.keys(INTRUDERS)) {
    test(`while they run, ${name}`, () => {
      const tries = valuesOf(outcome.tries).filter((one) => one.name === name);
      assert.equal(tries.length, TRIES);
      for (const [came, due] of tries.flatMap(({ tried }) => tried)) assert.equal(came, due);
    });
  }

  test('no key is in any answer, in what the copies log, or in what they send to the service', () => {
    const { log, sent, logins, privateKey: used } = outcome;
    assert.ok(log.split('\n').length > 2 * LOGINS, 'the copies log what they answer');
    assert.ok(sent.includes('tokenValidate'));
    assertNoKey(log, 'the log', used);
    assertNoKey(sent, 'a request to the service', used);
    assertNoKey(JSON.stringify(logins), 'an answer', used);
  });
});

describe('a service in trouble', () => {
  let sandbox: RunningSandbox;
  before(async () => {
    sandbox = await start();
  });
  after(() => sandbox.close());

  // In the first three the answer never comes to its end: without a limit the kit would wait until the test is ended.
  const kinds: readonly FaultKind[] = [
    'timeout',
    'drip',
    'slow',
    'refused',
    'reset',
    'status',
    'html',
    'types',
  ];
  for (const kind of kinds) {
    test(`${kind}: 103005, in time, with no key in the error`, { timeout: 20_000 }, async () => {
      sandbox.lane(kind).faults.add({ exchange: 'validate', kind, delay: 60_000 });
      const gateway = `${sandbox.url}/lane/${kind}`;
      const options = { appId: APP_ID, appKey: APP_KEY, privateKey, gateway, timeout: 300 };
      const login = { token: 'a-token', userInformation: USER_INFORMATION };

      const request = new Request('https://shop.example/api/login', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(login),
      });
      const response = await createHandler(options)(request);
      const body = await response.text();
      assert.equal(response.status, 502);
      assert.equal(parseFields(body)?.['code'], '103005');
      assertNoKey(body + JSON.stringify([...response.headers]), 'the answer');

      const error: unknown = await validateToken({ ...options, ...login }).catch((error: unknown) => error);
      assert.ok(error instanceof YdrzError && error.cause instanceof Error);
      assertNoKey(inspect(error, { depth: null, showHidden: true }) + JSON.stringify(error), 'the error');
    });
  }
});
