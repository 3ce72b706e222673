import { expect } from '@open-wc/testing';
import type { Fault } from 'ydrz-elements/sandbox';
import { LoginFixture } from '../../test/services/login-fixture.js';
import { APP_ID, Lane } from '../../test/services/lane.js';
import { jsonTexts } from '../../test/services/json-texts.js';
import { ScriptedAuthorizer } from '../../test/services/scripted-authorizer.js';
import { rejection } from '../../test/services/wire-fixture.js';
import type { Credentials } from '../gateway/types.js';
import type { CredentialsSource, LoginOrder } from './types.js';

const fail = async (changes: Partial<LoginOrder>, ...faults: Omit<Fault, 'exchange'>[]) => {
  const login = new LoginFixture('cm', new ScriptedAuthorizer({ kind: 'cancelled' }), {
    timeout: 300,
    ...changes,
  });
  await login.lane.spoil(...faults.map((fault) => ({ exchange: 'credentials', ...fault })));
  const error = await rejection(login.run());
  expect(error).to.have.property('phase', 'credentials');
  expect(error).to.have.property('hint').that.is.not.empty;
  expect(error).to.have.property('message').that.is.not.empty;
  expect(JSON.parse(JSON.stringify(error))).to.have.all.keys('msgId', 'code', 'message');
  expect(login.states).to.deep.equal(['preparing']);
  expect(login.authorizer.closed).to.equal(1);
  expect((await login.lane.asked()).filter((name) => name !== 'credentials')).to.deep.equal([]);
  return error;
};

const signed = async (): Promise<Credentials> => {
  const response = await fetch(new Lane().credentialsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId: APP_ID }),
  });
  const { sign = '', traceId = '', timestamp = '' } = jsonTexts(await response.text());
  return { sign, traceId, timestamp };
};

/** A login that gets past its credentials: the user, who cancels, is asked. */
const succeed = async (credentials: CredentialsSource, changes: Partial<LoginOrder> = {}) => {
  const authorizer = new ScriptedAuthorizer({ kind: 'cancelled' });
  const login = new LoginFixture('cm', authorizer, { credentials, ...changes });
  expect(await rejection(login.run())).to.include({ code: '501' });
  expect(login.authorizer.asked).to.have.length(1);
  return login;
};

describe('credentials', () => {
  it('are asked for without an app id by nobody: 105113', async () => {
    expect(await fail({ appId: '' })).to.include({ code: '105113', msgId: '' });
  });

  it('have to come from somewhere: 130010', async () => {
    for (const credentials of ['', null, undefined]) {
      expect(await fail({ credentials })).to.include({ code: '130010' });
    }
  });

  it('are POSTed for as JSON with the page’s cookies, which go nowhere else', async () => {
    document.cookie = 'session=secret; path=/';
    const login = new LoginFixture('cm', new ScriptedAuthorizer({ kind: 'cancelled' }));
    await rejection(login.run());
    document.cookie = 'session=; path=/; max-age=0';
    const [asked, retrieval] = await login.lane.requests();
    expect(asked?.method).to.equal('POST');
    expect(asked?.headers['content-type']).to.equal('application/json');
    expect(asked?.headers['cookie']).to.equal('session=secret');
    expect(JSON.parse(asked?.body ?? '')).to.deep.equal({ appId: APP_ID });
    expect(retrieval?.exchange).to.equal('cm');
    expect(retrieval?.headers['cookie']).to.equal(undefined);
  });

  for (const fault of [
    { kind: 'refused' },
    { kind: 'reset' },
    { kind: 'timeout' },
    { kind: 'status', status: 404 },
    { kind: 'status', status: 500 },
    { kind: 'empty' },
    { kind: 'html' },
    { kind: 'truncated' },
    { kind: 'redirect' },
    { kind: 'body', body: '[]' },
    { kind: 'body', body: '"sign"' },
  ] as const) {
    it(`that do not come are one 500: ${JSON.stringify(fault)}`, async () => {
      expect(await fail({}, fault)).to.include({ code: '500' });
    });
  }

  for (const body of [
    '{}',
    '{"sign":"a"}',
    '{"sign":"a","traceId":"b"}',
    '{"sign":"","traceId":"b","timestamp":"20240101000000000"}',
    '{"sign":{},"traceId":"b","timestamp":"20240101000000000"}',
    '{"sign":"a","traceId":null,"timestamp":"20240101000000000"}',
  ]) {
    it(`that lack something are one 130010: ${body}`, async () => {
      expect(await fail({}, { kind: 'body', body })).to.include({ code: '130010' });
    });
  }

  it('with a timestamp of another shape are one 105112', async () => {
    const body = JSON.stringify({ sign: 'a', traceId: 'b', timestamp: '2024-01-01' });
    expect(await fail({}, { kind: 'body', body })).to.include({ code: '105112' });
  });

  it('come from an object or from the application’s own function', async () => {
    await succeed(await signed());
    await succeed(() => signed());
    const seen: unknown[] = [];
    await succeed(async (request, { signal }) => {
      seen.push(request, signal instanceof AbortSignal && !signal.aborted);
      return signed();
    });
    expect(seen).to.deep.equal([{ appId: APP_ID }, true]);
  });

  it('decide the app id and the version where they name them', async () => {
    const own = await signed();
    const login = await succeed(
      { ...own, appId: APP_ID, version: '2.0' },
      { appId: 'other', version: '9.9' },
    );
    const [request] = await login.lane.requests();
    expect(JSON.parse(request?.body ?? '')).to.include({ appId: APP_ID, version: '2.0' });
  });

  it('of a function that throws or rejects are one 500 with its reason as cause', async () => {
    const reason = new Error('mine');
    const sources: CredentialsSource[] = [
      () => {
        throw reason;
      },
      () => Promise.reject(reason),
    ];
    for (const credentials of sources) {
      expect(await fail({ credentials })).to.include({ code: '500', cause: reason });
    }
  });

  it('of a function that never answers hold up no abort', async () => {
    const login = new LoginFixture('cm', new ScriptedAuthorizer(), {
      credentials: () => new Promise(() => undefined),
    });
    const ended = rejection(login.run());
    login.controller.abort();
    expect(await ended).to.include({ code: '503', phase: 'credentials' });
  });
});
