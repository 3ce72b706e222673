import { expect } from '@open-wc/testing';
import { LoginFixture, validate } from '../../test/services/login-fixture.js';
import { ScriptedAuthorizer, digits } from '../../test/services/scripted-authorizer.js';
import { rejection } from '../../test/services/wire-fixture.js';
import { MAX_ATTEMPTS } from './authorize-number.js';
import { TOKEN_LIFETIME } from './buy-token.js';
import { runLogin } from './run-login.js';

const user = (...answers: ConstructorParameters<typeof ScriptedAuthorizer>) =>
  new ScriptedAuthorizer(...answers);

const tokenRequests = async ({ lane }: LoginFixture): Promise<number> =>
  (await lane.asked()).filter((name) => name === 'token').length;

describe('runLogin', () => {
  for (const [sim, operator, hidden, phone] of [
    ['cm', 'CM', '0013', '13800138000'],
    ['ct', 'CT', '0018', '18900189000'],
    ['cu', 'CU', '0018', '18600186000'],
    ['cm-level1', 'CM', '', '13800138001'],
    ['cm-level5', 'CM', '0013', '13800138005'],
  ] as const) {
    it(`ends with a token that buys the number: ${sim}`, async () => {
      const login = new LoginFixture(sim, user(digits(hidden)));
      const before = Date.now();
      const result = await login.run();
      expect(result).to.include({ code: '103000', message: '成功', operator });
      expect(result.expiresAt).to.be.within(before + TOKEN_LIFETIME, Date.now() + TOKEN_LIFETIME);
      expect(login.states).to.deep.equal(['preparing', 'retrieving', 'authorizing', 'exchanging']);
      expect(login.authorizer.closed).to.equal(1);
      expect(login.authorizer.asked[0]).to.include({ msgId: result.msgId, operator, attemptsLeft: 3 });
      expect(await validate(result)).to.deep.equal({ phone });
    });
  }

  it('needs nobody who listens', async () => {
    const { order, authorizer, controller } = new LoginFixture('cm', user(digits('0013')));
    expect(await runLogin(order, authorizer, {}, controller.signal)).to.include({ code: '103000' });
  });

  it('tells how long each request took', async () => {
    const login = new LoginFixture('cm', user(digits('0013')));
    const start = performance.now();
    await login.run();
    const end = performance.now();
    expect(login.hops.map(({ name }) => name)).to.deep.equal(['credentials', 'cm', 'token']);
    for (const hop of login.hops) {
      expect(hop.duration, hop.name).to.be.within(0, end - start);
      expect(hop.start, hop.name).to.be.within(start, end);
    }
  });

  it('lets a token live for the documented two minutes', () => {
    expect(TOKEN_LIFETIME).to.equal(120_000);
    expect(MAX_ATTEMPTS).to.equal(3);
  });

  it('shows the carrier’s own agreement first, whatever the service adds', async () => {
    const login = new LoginFixture('cu', user({ kind: 'cancelled' }));
    await rejection(login.run());
    expect(login.authorizer.asked[0]?.agreements[0]?.name).to.contain('中国联通认证服务协议');
    expect(login.authorizer.asked[0]?.agreements).to.have.length.greaterThan(1);
  });

  it('asks again after wrong digits, and takes the right ones at the third try', async () => {
    const login = new LoginFixture('cm', user(digits('1111'), digits('2222'), digits('0013')));
    const result = await login.run();
    expect(await validate(result)).to.deep.equal({ phone: '13800138000' });
    const { asked } = login.authorizer;
    expect(asked.map(({ attemptsLeft }) => attemptsLeft)).to.deep.equal([3, 2, 1]);
    expect(asked.map(({ refusal }) => refusal?.code)).to.deep.equal([undefined, '104012', '104012']);
    expect(login.states.slice(2)).to.deep.equal(
      Array.from({ length: 3 }, () => ['authorizing', 'exchanging']).flat(),
    );
  });

  it('ends with 104012 at the third wrong try, and asks nobody a fourth time', async () => {
    const wrong = Array.from({ length: 5 }, () => digits('1111'));
    const login = new LoginFixture('cm', user(...wrong));
    expect(await rejection(login.run())).to.include({ code: '104012', phase: 'token' });
    expect(login.authorizer.asked).to.have.length(3);
    expect(await tokenRequests(login)).to.equal(3);
  });

  it('ends at once with 104009, the number being locked', async () => {
    const login = new LoginFixture('cm', user(digits('1111'), digits('0013')));
    await login.lane.spoil({ exchange: 'token', kind: 'code', code: '104009' });
    const error = await rejection(login.run());
    expect(error).to.include({ code: '104009', phase: 'token' });
    expect(error).to.have.property('hint').that.contains('锁定');
    expect(login.authorizer.asked).to.have.length(1);
  });

  for (const [what, answer, code] of [
    ['the user cancels', { kind: 'cancelled' }, '501'],
    ['nobody has agreed', { kind: 'digits', digits: '0013', agreed: false }, '508'],
    ['digits are missing', digits('001'), '507'],
    ['there are too many digits', digits('00138'), '507'],
    ['digits are none', digits('零零一三'), '507'],
    ['there are no digits', digits(''), '507'],
  ] as const) {
    it(`sends no token request when ${what}: ${code}`, async () => {
      const login = new LoginFixture('cm', user(answer));
      expect(await rejection(login.run())).to.include({ code, phase: 'authorization' });
      expect(await tokenRequests(login)).to.equal(0);
      expect(login.authorizer.closed).to.equal(1);
    });
  }

  it('fails as its authorizer does: 500 with the reason as cause', async () => {
    const login = new LoginFixture('cm');
    const reason = new Error('no screen');
    login.authorizer.authorize = () => Promise.reject(reason);
    expect(await rejection(login.run())).to.include({ code: '500', phase: 'authorization', cause: reason });
    expect(login.authorizer.closed).to.equal(1);
  });

  it('takes a token that a hosted page has fetched by itself', async () => {
    const login = new LoginFixture('cm', user({ kind: 'token', token: 'STsid1', userInformation: 'theirs' }));
    expect(await login.run()).to.include({ token: 'STsid1', userInformation: 'theirs' });
    expect(await tokenRequests(login)).to.equal(0);
  });

  it('counts time on the page’s own clock: a phone whose date jumps logs in all the same', async () => {
    const { now } = Date;
    const login = new LoginFixture('cm', user(digits('0013')));
    try {
      Date.now = () => now() + 10 * 365 * 86_400_000;
      await login.run();
    } finally {
      Date.now = now;
    }
    const timestamps = (await login.lane.requests()).map(({ headers, body }) => {
      const inBody = /"timestamp":"(\d{17})"/.exec(body)?.[1];
      return (headers['timestamp'] ?? inBody)?.slice(0, 4);
    });
    const year = String(new Date(now() + 8 * 3_600_000).getUTCFullYear());
    expect(timestamps.filter((text) => text !== undefined)).to.deep.equal([year, year]);
  });
});

describe('the popup’s look', () => {
  it('is fetched for the popups alone', async () => {
    for (const authPageType of ['0', '1', '2', '3']) {
      const login = new LoginFixture('cm', user(), { authPageType });
      let option: object | undefined;
      login.authorizer.authorize = async ({ pageOption }) => {
        option = await pageOption;
        return { kind: 'cancelled' };
      };
      await rejection(login.run());
      const asked = await login.lane.asked();
      const isPopup = authPageType === '1' || authPageType === '2';
      expect(asked.includes('page-option'), authPageType).to.equal(isPopup);
      expect(option !== undefined, authPageType).to.equal(isPopup);
    }
  });

  it('is fetched beside the other carriers’ requests, and dropped when there is no number', async () => {
    const login = new LoginFixture('wifi', user(), { authPageType: '1', timeout: 60_000 });
    await login.lane.spoil({ exchange: 'page-option', kind: 'timeout' });
    expect(await rejection(login.run())).to.include({ code: '103111' });
    const asked = await login.lane.requests();
    const begun = asked.findIndex(({ exchange }) => exchange === 'page-option');
    expect(begun).to.be.within(
      0,
      asked.findIndex(({ exchange }) => exchange === 'cu-phonescrip'),
    );
  });

  it('is not asked for where no screen is shown', async () => {
    const login = new LoginFixture('cm-level5', user(digits('0013')), { authPageType: '2' });
    await login.run();
    expect(await login.lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('stops nothing when it fails', async () => {
    const login = new LoginFixture('cm', user(), { authPageType: '1' });
    await login.lane.spoil({ exchange: 'page-option', kind: 'html' });
    login.authorizer.authorize = async ({ pageOption }) => {
      expect(await pageOption).to.equal(undefined);
      return digits('0013');
    };
    expect(await login.run()).to.include({ code: '103000' });
  });

  it('is not waited for, and dropped when the login ends', async () => {
    const order = { authPageType: '1', timeout: 60_000 };
    const login = new LoginFixture('cm', user(digits('0013')), order);
    await login.lane.spoil({ exchange: 'page-option', kind: 'timeout' });
    await login.run();
    expect(await login.authorizer.asked[0]?.pageOption).to.equal(undefined);
    expect(login.hops.map(({ name }) => name).sort()).to.deep.equal([
      'cm',
      'credentials',
      'page-option',
      'token',
    ]);
  });
});

describe('a login that is aborted', () => {
  const stages = [
    ['cm', 'credentials', 'credentials'],
    ['cm', 'cm', 'retrieval'],
    ['ct', 'ct-phonescrip', 'retrieval'],
    ['ct', 'ct-script', 'retrieval'],
    ['ct', 'ct-callback', 'retrieval'],
    ['cu', 'cu-phonescrip', 'retrieval'],
    ['cu', 'cu-script', 'retrieval'],
    ['cu', 'cu-callback', 'retrieval'],
    ['cm', 'token', 'token'],
  ] as const;
  for (const [sim, exchange, phase] of stages) {
    it(`ends with 503 in phase ${phase} while ${exchange} is on its way, and asks for nothing more`, async () => {
      const login = new LoginFixture(sim, user(digits('0013')));
      await login.lane.spoil({ exchange, kind: 'timeout' });
      const ended = rejection(login.run());
      await login.reached(exchange);
      const asked = await login.lane.asked();
      login.controller.abort();
      const error = await ended;
      expect(error).to.include({ code: '503', message: '获取token结束', phase, cancelled: true });
      expect(JSON.parse(JSON.stringify(error))).to.have.all.keys('msgId', 'code', 'message');
      expect(login.authorizer.closed).to.equal(1);
      expect(await login.lane.asked()).to.deep.equal(asked);
      expect(window.getTelecomPhone ?? window.getNewUnicomPhone).to.equal(undefined);
    });
  }

  it('ends with 503 while the user is asked, however long that takes', async () => {
    const login = new LoginFixture('cm');
    const ended = rejection(login.run());
    await login.reached('cm');
    while (!login.authorizer.asked.length) await new Promise(requestAnimationFrame);
    login.controller.abort();
    expect(await ended).to.include({ code: '503', phase: 'authorization' });
    expect(login.authorizer.closed).to.equal(1);
  });

  it('ends with 503 whatever the application’s own functions make of the abort', async () => {
    const failing = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('my own'));
        });
      });
    const login = new LoginFixture('cm');
    login.authorizer.authorize = (_, signal) => {
      queueMicrotask(() => {
        login.controller.abort();
      });
      return failing(signal);
    };
    expect(await rejection(login.run())).to.include({ code: '503', phase: 'authorization' });

    const asking = new LoginFixture('cm', user(), { credentials: (_, { signal }) => failing(signal) });
    const ended = rejection(asking.run());
    asking.controller.abort();
    expect(await ended).to.include({ code: '503', phase: 'credentials' });
  });

  it('asks nobody when it was aborted before it began', async () => {
    const login = new LoginFixture('cm');
    login.controller.abort();
    expect(await rejection(login.run())).to.include({ code: '503', phase: 'credentials', msgId: '' });
    // A request that is aborted at once may reach nobody, but it is told.
    expect([login.states, login.hops]).to.deep.equal([[], []]);
    expect(await login.lane.asked()).to.deep.equal([]);
  });

  it('has one outcome, and tells its observer nothing after it', async () => {
    const login = new LoginFixture('cm', user(digits('0013')));
    await login.lane.spoil({ exchange: 'token', kind: 'slow', delay: 200 });
    const outcomes: string[] = [];
    const ended = login.run().then(
      () => outcomes.push('token'),
      () => outcomes.push('error'),
    );
    await login.reached('token');
    login.controller.abort();
    await ended;
    const told = [...login.states, ...login.hops];
    login.controller.abort();
    // The late answer would be there after another request that takes as long.
    await rejection(new LoginFixture('slow', user({ kind: 'cancelled' }), { timeout: 400 }).run());
    expect(outcomes).to.deep.equal(['error']);
    expect([...login.states, ...login.hops]).to.deep.equal(told);
  });
});
