import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc, { type Scheduler } from 'fast-check';
import { loadCore } from './bundled-core.js';
import { plan, type Plan } from './plans.js';
import { PlayedLogin } from './played-login.js';
import { VirtualPage } from './virtual-page.js';
import { VirtualService } from './virtual-service.js';

const core = await loadCore();
core.allowScripts('gateway.example');

/** `SCHEDULES=100000 SEED=1` asks for more of them, or for the same ones again. */
const RUNS = Number(process.env['SCHEDULES'] ?? 10_000);
const SEED = Number(process.env['SEED'] ?? Date.now() % 0x7fffffff);

const PHASES: ReadonlySet<string> = new Set(['credentials', 'retrieval', 'authorization', 'token']);

/** Let everything happen that happens by itself. */
const idle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Run until every login has ended and nothing is left to happen. */
const drive = async (scheduler: Scheduler, page: VirtualPage, logins: readonly PlayedLogin[]) => {
  let checked = false;
  for (;;) {
    await idle();
    if (!checked && logins.every(({ settled }) => settled)) {
      checked = true;
      assert.deepEqual(page.leftovers(), [], 'nothing is left behind');
      for (const { listeners } of logins) assert.equal(listeners, 0, 'no listener is left on the signal');
    }
    if (scheduler.count() > 0) await scheduler.waitNext(1);
    else if (checked) return;
    else if (!page.passTime()) {
      // Only a user who never answers can hold a login up, and only until the page ends it.
      const open = logins.filter(({ settled }) => !settled);
      assert.ok(
        open.some(({ aborted }) => !aborted),
        'an ended login is still running',
      );
      for (const login of open) {
        const last = login.log.findLast((entry) => !entry.endsWith('page-option'));
        assert.equal(last, 'authorize', 'a login waits for nothing but its user');
        login.abort();
      }
    }
  }
};

const STEPS = ['phonescrip', 'script', 'callback'];

/** What may be asked, as China Mobile's answer had it: one carrier's steps in order, and after its step 3 nobody else. */
const assertAllowedOrder = (asked: readonly string[], { scripts }: PlayedLogin['plan']): void => {
  const names = asked.filter((name) => name !== 'page-option');
  const [credentials, cm, ...rest] = names;
  if (names.length > 0) assert.equal(credentials, 'credentials');
  if (names.length > 1) assert.equal(cm, 'cm');
  const partners = rest.filter((name) => name !== 'token');
  assert.deepEqual(rest.slice(0, partners.length), partners, 'tokens come last');
  const order = [...new Set(partners.map((name) => name.slice(0, 2)))];
  for (const [index, partner] of order.entries()) {
    const steps = partners.filter((name) => name.startsWith(partner));
    assert.deepEqual(
      steps,
      STEPS.slice(0, steps.length).map((step) => `${partner}-${step}`),
    );
    const isLast = index === order.length - 1;
    assert.ok(isLast || steps.length < 3, 'nobody is asked after a step 3');
  }
  assert.deepEqual(
    partners,
    order.flatMap((partner) => partners.filter((name) => name.startsWith(partner))),
  );
  if (!scripts) assert.deepEqual(partners, []);
};

const EXCHANGES = /^(?:credentials|cm|page-option|token|c[tu]-(?:phonescrip|script|callback))$/;

const assertLogin = (login: PlayedLogin, index: number, service: VirtualService): void => {
  const { log, outcomes, closed, plan } = login;
  assert.equal(outcomes.length, 1, 'exactly one outcome');
  assert.equal(closed, 1, 'the authorizer is closed once');
  const told = log
    .slice(log.indexOf('outcome') + 1)
    .filter((entry) => /^(?:state|hop) /.test(entry) || EXCHANGES.test(entry));
  assert.deepEqual(told, [], 'nothing is asked or told after the outcome');
  const afterAbort = log.includes('abort') ? log.slice(log.indexOf('abort')) : [];
  assert.ok(!afterAbort.some((entry) => EXCHANGES.test(entry)), 'nothing is asked after an abort');

  assertAllowedOrder(
    log.filter((entry) => EXCHANGES.test(entry)),
    plan,
  );

  const tries = log.filter((entry) => entry === 'token').length;
  assert.ok(
    tries <= 3 && log.filter((entry) => entry === 'authorize').length <= 3,
    'never more than three tries',
  );
  let consents = 0;
  for (const entry of log) {
    if (entry === 'consent') consents += 1;
    if (entry === 'token') consents -= 1;
    assert.ok(consents >= 0, 'a token request needs a consent of its own');
  }

  const [outcome] = outcomes;
  assert.ok(outcome);
  if ('token' in outcome) {
    const isOwn =
      service.tokens.includes(outcome.token) && outcome.token.startsWith(`token ${String(index)} `);
    assert.ok(
      isOwn || (outcome.token === 'hosted token' && log.includes('hosted')),
      'no success without a token',
    );
    return;
  }
  const { error } = outcome;
  assert.ok(error instanceof core.YdrzError, String(error));
  assert.ok(error.code !== '' && error.hint !== '' && PHASES.has(error.phase));
  if (log.includes('abort')) assert.ok(error.code === '503' && error.cancelled, 'ended by the page');
  const keys = Object.keys(error.toJSON()).sort();
  assert.ok(['CTData,CUData,YDData,msgId', 'code,message,msgId'].includes(keys.join()), keys.join());
};

const play = async (scheduler: Scheduler, { logins: plans, replies, hasty }: Plan): Promise<void> => {
  const logins = plans.map((one) => new PlayedLogin(one, scheduler));
  const service = new VirtualService(scheduler, replies, ({ login, exchange }) =>
    logins[login]?.log.push(exchange),
  );
  const page = new VirtualPage(scheduler, service, hasty);
  page.open();
  try {
    for (const [index, login] of logins.entries()) login.start(core, index);
    await drive(scheduler, page, logins);
    for (const [index, login] of logins.entries()) assertLogin(login, index, service);
  } finally {
    page.close();
  }
};

test(`${String(RUNS)} schedules of answers, faults, user actions and aborts (seed ${String(SEED)})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), plan, (scheduler, one) => play(scheduler, one)),
    { numRuns: RUNS, seed: SEED },
  );
});
