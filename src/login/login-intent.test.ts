import { expect } from '@open-wc/testing';
import './define.js';
import { pretendConnection } from '../../test/services/connection.js';
import {
  HIDDEN,
  answerWith,
  asked,
  next,
  openLogin,
  partOf,
  record,
  type Settings,
} from '../../test/services/element-fixture.js';
import { SANDBOX } from '../../test/services/lane.js';
import { CREDENTIALS_LIFETIME } from '../flow/prefetch.js';

/** The links to hosts that are put into the document while something is done. */
const connections = async (act: () => Promise<void> | void, count: number): Promise<string[]> => {
  const found: string[] = [];
  let enough: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLLinkElement && node.rel === 'preconnect') found.push(node.href);
    }
    if (found.length >= count) enough();
  });
  observer.observe(document.head, { childList: true });
  await act();
  await done;
  observer.disconnect();
  return found;
};

const near = (element: HTMLElement): void => {
  element.dispatchEvent(new PointerEvent('pointerenter'));
};

describe('a sign of intent', () => {
  it('connects to the service, and leaves nothing in the page', async () => {
    const { element } = await openLogin();
    const found = await connections(() => {
      near(element);
    }, 1);
    expect(found).to.deep.equal([`${new URL(SANDBOX).origin}/`]);
    expect(document.head.querySelector('link[rel=preconnect]')).to.equal(null);
  });

  it('connects to both live hosts where there is no gateway, and asks nobody', async () => {
    const { element, lane } = await openLogin({ gateway: '', credentialsUrl: '' });
    const found = await connections(() => {
      partOf(element, 'button').focus();
    }, 2);
    expect(found).to.deep.equal(['https://verify.cmpassport.com/', 'https://www.cmpassport.com/']);
    expect(await lane.requests()).to.deep.equal([]);
  });

  it('fetches the screen of the authPageType', async () => {
    const { element } = await openLogin({ authPageType: '3' });
    near(element);
    await customElements.whenDefined('ydrz-auth-page');
    expect(customElements.get('ydrz-auth-layer')).to.equal(undefined);
    element.authPageType = '2';
    near(element);
    await customElements.whenDefined('ydrz-auth-layer');
  });
});

describe('credentials before the click', () => {
  /** Somebody has come near, and what is done about it has begun. */
  const approached = (element: HTMLElement) =>
    connections(() => {
      near(element);
    }, 1);

  /** A button that somebody has come near to, with its credentials. */
  const openNear = async (settings: Settings = {}) => {
    const made = await openLogin(settings);
    const signed = next(made.element, 'hop');
    near(made.element);
    await signed;
    return made;
  };

  it('leave one exchange between the click and the screen', async () => {
    const { element, lane } = await openNear();
    expect(element.state).to.equal('idle');
    expect(await lane.asked()).to.deep.equal(['credentials']);
    const request = asked(element);
    const done = element.login();
    const { submit } = await request;
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
    submit(HIDDEN);
    await done;
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('are those that the click waits for while they are on their way', async () => {
    const { element, lane } = await openLogin();
    answerWith(element);
    near(element);
    await element.login();
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('serve one login', async () => {
    const { element, lane } = await openNear();
    answerWith(element);
    await element.login();
    await element.login();
    expect(await lane.asked()).to.deep.equal([
      ...['credentials', 'cm', 'token'],
      ...['credentials', 'cm', 'token'],
    ]);
  });

  it('are asked for once, however often somebody comes near', async () => {
    const { element, lane } = await openNear();
    near(element);
    near(element);
    answerWith(element);
    await element.login();
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('are asked for again at the click when they have failed, and nothing is said of it', async () => {
    const { element, lane } = await openLogin();
    await lane.spoil({ exchange: 'credentials', kind: 'status', times: 1 });
    const log = record(element);
    const failed = next(element, 'hop');
    near(element);
    await failed;
    expect(log).to.deep.equal(['hop credentials']);
    answerWith(element);
    expect((await element.login()).code).to.equal('103000');
  });

  it('are asked for again when the settings have changed', async () => {
    const { element, lane } = await openNear();
    element.expandParams = 'a=b';
    answerWith(element);
    await element.login();
    expect(await lane.asked()).to.deep.equal(['credentials', 'credentials', 'cm', 'token']);
  });

  it('are asked for again when a minute has passed', async () => {
    const { element, lane } = await openNear();
    answerWith(element);
    const now = performance.now.bind(performance);
    performance.now = () => now() + CREDENTIALS_LIFETIME + 1;
    try {
      await element.login();
    } finally {
      performance.now = now;
    }
    expect(await lane.asked()).to.deep.equal(['credentials', 'credentials', 'cm', 'token']);
  });

  it('are not asked for while a login runs', async () => {
    const { element, lane } = await openLogin();
    const request = asked(element);
    const done = element.login();
    const { submit } = await request;
    near(element);
    submit(HIDDEN);
    await done;
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('come from an application’s own function at the click only', async () => {
    let calls = 0;
    const credentials = () => {
      calls += 1;
      return { sign: '', traceId: '', timestamp: '' };
    };
    const { element } = await openLogin({ credentials });
    await approached(element);
    expect(calls).to.equal(0);
    const failed = next(element, 'error');
    element.login().catch(() => undefined);
    expect((await failed).detail.code).to.equal('130010');
    expect(calls).to.equal(1);
  });

  for (const [connection, requests] of [
    [{ type: 'cellular' }, 1],
    [{ type: 'wifi' }, 0],
    [{ type: 'cellular', saveData: true }, 0],
  ] as const) {
    it(`are asked for ${requests} times on ${JSON.stringify(connection)}`, async () => {
      const { fetch } = globalThis;
      const { element } = await openLogin();
      let asked = 0;
      const restore = pretendConnection(connection);
      globalThis.fetch = (...request) => {
        asked += 1;
        return fetch(...request);
      };
      try {
        await approached(element);
      } finally {
        globalThis.fetch = fetch;
        restore();
      }
      expect(asked).to.equal(requests);
    });
  }
});
