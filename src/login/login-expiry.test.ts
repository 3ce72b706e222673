import { expect } from '@open-wc/testing';
import { loggedIn, next } from '../../test/services/element-fixture.js';

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
});
