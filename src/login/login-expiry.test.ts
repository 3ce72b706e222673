import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import { answerWith, loggedIn, next, openLogin, record } from '../../test/services/element-fixture.js';
import type { YdrzLoginElement } from './login-element.js';

/** The timers that are set while a test's work runs and are longer than a minute: nobody waits for those. */
const longTimers = async (work: () => Promise<void>): Promise<Map<number, () => void>> => {
  const timers = new Map<number, () => void>();
  const { setTimeout: set, clearTimeout: clear } = window;
  const patched = (run: TimerHandler, delay = 0, ...rest: unknown[]): number => {
    const id = set(run, delay, ...rest);
    if (delay > 60_000 && typeof run === 'function') {
      timers.set(id, () => {
        timers.delete(id);
        Reflect.apply(run, window, []);
      });
    }
    return id;
  };
  Object.defineProperty(window, 'setTimeout', { configurable: true, writable: true, value: patched });
  Object.defineProperty(window, 'clearTimeout', {
    configurable: true,
    writable: true,
    value: (id: number) => {
      timers.delete(id);
      clear(id);
    },
  });
  try {
    await work();
  } finally {
    Object.assign(window, { setTimeout: set, clearTimeout: clear });
  }
  return timers;
};

describe('<ydrz-login> with a token', () => {
  it('forgets the token after two minutes and says so, in an accessible state', async () => {
    let element: Awaited<ReturnType<typeof loggedIn>>['element'] | undefined;
    const timers = await longTimers(async () => {
      ({ element } = await loggedIn());
    });
    if (!element) throw new Error('Not logged in');
    const msgId = element.result?.msgId;
    expect(timers.size).to.equal(1);
    const expired = next(element, 'expire');
    for (const run of [...timers.values()]) run();
    expect((await expired).detail).to.deep.equal({ msgId });
    expect(element.result).to.equal(null);
    expect(element.state).to.equal('idle');
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('stops waiting for that when it is reset or logs in again', async () => {
    const timers = await longTimers(async () => {
      const { element } = await loggedIn();
      await element.login();
      element.reset();
    });
    expect(timers.size).to.equal(0);
  });

  describe('while the clocks of the page stand still, as in a phone that sleeps', () => {
    const { now } = Date;
    afterEach(() => {
      Date.now = now;
    });

    /** The wall clock goes on by three minutes; no timer notices. */
    const sleep = (): void => {
      Date.now = () => now() + 180_000;
    };

    const inForm = async (): Promise<{ element: YdrzLoginElement; form: HTMLFormElement }> => {
      const { element } = await loggedIn({ name: 'proof', required: true });
      const form = await fixture<HTMLFormElement>(html`<form><input name="proof" value="other" /></form>`);
      form.append(element);
      expect(new FormData(form).getAll('proof')).to.have.length(2);
      expect(form.checkValidity()).to.equal(true);
      return { element, form };
    };

    for (const [event, wake] of Object.entries({
      visibilitychange: () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
      pageshow: () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    })) {
      it(`forgets the token at ${event}, and says so once`, async () => {
        const { element, form } = await inForm();
        const log = record(element);
        wake();
        expect(element.state).to.equal('done');
        sleep();
        wake();
        wake();
        expect(element.result).to.equal(null);
        expect(form.checkValidity()).to.equal(false);
        await Promise.resolve();
        expect(log).to.deep.equal(['state idle', 'expire']);
      });
    }

    const READS: Record<string, (read: { element: YdrzLoginElement; form: HTMLFormElement }) => boolean> = {
      result: ({ element }) => element.result === null,
      validity: ({ element }) => element.validity?.valueMissing === true,
      validationMessage: ({ element }) => element.validationMessage !== '',
      checkValidity: ({ element }) => !element.checkValidity(),
      FormData: ({ form }) =>
        [...new FormData(form)].every(([name, value]) => name === 'proof' && value === 'other'),
    };
    for (const [what, isGone] of Object.entries(READS)) {
      it(`does not give it to whoever reads ${what}, and says so a moment later`, async () => {
        const made = await inForm();
        const expired = next(made.element, 'expire');
        sleep();
        expect(isGone(made)).to.equal(true);
        await expired;
        expect(made.element.state).to.equal('idle');
      });
    }

    it('asks the business server again when what it signed ahead has grown old meanwhile', async () => {
      const { element, lane } = await openLogin();
      answerWith(element);
      const signed = next(element, 'hop');
      element.dispatchEvent(new PointerEvent('pointerenter'));
      await signed;
      sleep();
      await element.login();
      expect(await lane.asked()).to.deep.equal(['credentials', 'credentials', 'cm', 'token']);
    });

    it('asks again, once, when the service calls what was signed ahead too old', async () => {
      const { element, lane } = await openLogin();
      answerWith(element);
      await lane.spoil({ exchange: 'cm', kind: 'code', code: '105112', times: 1 });
      const signed = next(element, 'hop');
      element.dispatchEvent(new PointerEvent('pointerenter'));
      await signed;
      await element.login();
      expect((await lane.asked()).filter((name) => name === 'credentials')).to.have.length(2);

      await lane.spoil({ exchange: 'cm', kind: 'code', code: '105112' });
      const again = next(element, 'hop');
      element.dispatchEvent(new PointerEvent('pointerenter'));
      await again;
      const before = (await lane.asked()).length;
      const error = await element.login().catch((reason: unknown) => reason);
      expect(error).to.have.nested.property('YDData.code', '105112');
      const since = (await lane.asked()).slice(before);
      expect(since.filter((name) => name === 'cm')).to.have.length(2);
      expect(since.filter((name) => name === 'credentials')).to.have.length(1);
    });
  });
});
