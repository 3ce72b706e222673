import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import { copiedLogin } from '../../test/services/copy.js';
import {
  answerWith,
  asked,
  connectToLane,
  next,
  openLogin,
  record,
} from '../../test/services/element-fixture.js';
import type { Fault } from 'ydrz-elements/sandbox';
import { createAuthLogin } from 'ydrz-elements/legacy';
import { jsonTexts } from '../../test/services/json-texts.js';
import { APP_ID, Lane } from '../../test/services/lane.js';
import { rejection } from '../../test/services/wire-fixture.js';
import type { YdrzLoginElement } from './login-element.js';

/** How each login since then has ended, by code. */
const ends = (element: YdrzLoginElement): string[] => {
  const seen: string[] = [];
  element.addEventListener('token', ({ detail }) => seen.push(detail.code));
  element.addEventListener('error', ({ detail }) => seen.push(detail.code));
  return seen;
};

const SCREENS = 'dialog, ydrz-auth-layer, ydrz-auth-page';

/** A `<ydrz-login>` whose screen is on its way for longer than the page waits, from the moment that it is asked for. */
const openSlow = async (
  slow: string,
  settings: Partial<YdrzLoginElement>,
): Promise<{ element: YdrzLoginElement; lane: Lane; place: HTMLElement }> => {
  // Its list of files would be full some time.
  performance.clearResourceTimings();
  const lane = new Lane();
  const element = await copiedLogin(lane);
  connectToLane(element, 'cm', lane);
  Object.assign(element, settings);
  const fault: Fault = { exchange: slow, kind: 'slow', delay: 1500 };
  await lane.spoil(fault);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.append(element);
  await element.updateComplete;
  return { element, lane, place };
};

const isAskedFor = async (lane: Lane, name: string): Promise<void> => {
  while (!(await lane.asked()).includes(name)) await new Promise(requestAnimationFrame);
};

/** Until the file that was held up has come, and a screen would have opened. */
const arrived = async (name: string): Promise<void> => {
  const isHere = () =>
    performance
      .getEntriesByType('resource')
      .some((entry) => entry.name.includes(name) && entry.duration > 1400);
  while (!isHere()) await new Promise((resolve) => setTimeout(resolve, 50));
  for (let count = 0; count < 5; count += 1) await new Promise(requestAnimationFrame);
};

const LATE = {
  'the code of the screen': { slow: 'screen-chunk', settings: { authPageType: '0' } },
  'what reads its options': {
    slow: 'reader-chunk',
    settings: { authPageType: '3', pageOptions: { titleStyle: { name: 'x' } } },
  },
} as const;

const ENDINGS: Record<string, (element: YdrzLoginElement, place: HTMLElement) => void> = {
  'is aborted': (element) => {
    element.abort();
  },
  'is reset': (element) => {
    element.reset();
  },
  'is removed and put back later': (element, place) => {
    element.remove();
    setTimeout(() => {
      place.append(element);
    });
  },
};

describe('<ydrz-login> whose login has ended', () => {
  for (const [what, { slow, settings }] of Object.entries(LATE)) {
    for (const [how, end] of Object.entries(ENDINGS)) {
      it(`opens no screen when it ${how} while ${what} is on its way`, async () => {
        const { element, lane, place } = await openSlow(slow, settings);
        const log = ends(element);
        const login = rejection(element.login());
        while (element.state !== 'authorizing') await next(element, 'statechange');
        await isAskedFor(lane, slow);
        end(element, place);
        expect(await login).to.have.property('code', '503');
        await arrived(lane.id);
        expect(element.renderRoot.querySelector(SCREENS)).to.equal(null);
        expect(element.isConnected).to.equal(true);
        expect(log).to.deep.equal(['503']);
      });
    }
  }

  it('opens no screen when the page has answered by itself while the code of the screen is on its way', async () => {
    const { element, lane } = await openSlow('screen-chunk', { authPageType: '0' });
    // Not prevented: the screen is to be shown, and is on its way when the token comes.
    element.addEventListener('authorizationrequest', ({ detail }) => {
      detail.submit('0013');
    });
    expect((await element.login()).code).to.equal('103000');
    await arrived(lane.id);
    expect(element.renderRoot.querySelector(SCREENS)).to.equal(null);
    expect(element.state).to.equal('done');
  });

  it('tells no page of a layer that is loaded when it was ended in the moment before', async () => {
    const box = await fixture<HTMLElement>(html`<div id="ydrzCustomControls"></div>`);
    const lane = new Lane();
    const login = createAuthLogin({ gateway: lane.gateway() });
    const watch = new MutationObserver(() => {
      login.endGetToken();
    });
    watch.observe(box, { childList: true });
    const signed = await fetch(lane.credentialsUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ appId: APP_ID }),
    });
    const { sign = '', traceId = '', timestamp = '' } = jsonTexts(await signed.text());
    const told: string[] = [];
    login.CustomControlsInit(box.id, {});
    await new Promise<void>((resolve) => {
      login.getTokenInfo({
        data: { ...{ version: '2.0', appId: APP_ID, sign, traceId, timestamp }, authPageType: '2' },
        success: ({ message }) => told.push(message),
        error(error) {
          told.push('code' in error ? error.code : 'retrieval');
          resolve();
        },
      });
    });
    watch.disconnect();
    expect(told).to.deep.equal(['503']);
    expect(box.children).to.have.length(0);
  });

  it('covers the page for no moment when it is aborted as its screen comes, before that has drawn itself', async () => {
    const { showModal } = HTMLDialogElement.prototype;
    let shown = 0;
    HTMLDialogElement.prototype.showModal = function () {
      shown += 1;
      showModal.call(this);
    };
    const { element, lane } = await openLogin({ authPageType: '1' });
    // The look of the popup is still on its way, and the login waits for it to be dropped.
    await lane.spoil({ exchange: 'page-option', kind: 'slow', delay: 1500 });
    const watch = new MutationObserver(() => {
      if (element.renderRoot.querySelector(SCREENS)) element.abort();
    });
    watch.observe(element.renderRoot, { childList: true });
    try {
      expect(await rejection(element.login())).to.have.property('code', '503');
    } finally {
      watch.disconnect();
      HTMLDialogElement.prototype.showModal = showModal;
    }
    expect(shown).to.equal(0);
    expect(element.renderRoot.querySelector(SCREENS)).to.equal(null);
  });

  it('shows no screen to a user whom nobody asks any more', async () => {
    for (const pageSource of ['local', 'hosted']) {
      const { element } = await openLogin({ pageSource });
      const opened: Node[] = [];
      const watch = new MutationObserver((records) => {
        opened.push(...records.flatMap(({ addedNodes }) => [...addedNodes]));
      });
      element.addEventListener('statechange', ({ detail }) => {
        if (detail.state !== 'authorizing') return;
        watch.observe(element.renderRoot, { childList: true });
        element.abort();
      });
      expect(await rejection(element.login())).to.have.property('code', '503');
      const screens = [...opened, ...watch.takeRecords().flatMap(({ addedNodes }) => [...addedNodes])];
      expect(screens.filter((node) => node instanceof Element && node.matches(SCREENS))).to.deep.equal([]);
      watch.disconnect();
    }
  });
});

describe('<ydrz-login> that is in no page', () => {
  const NOWHERE: Record<string, (element: YdrzLoginElement) => void | Promise<void>> = {
    'was never connected': (element) => {
      element.remove();
    },
    'was removed a while ago': async (element) => {
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
    },
    'is in a document without a window': (element) => {
      document.implementation.createHTMLDocument().body.append(element);
    },
  };
  for (const [what, take] of Object.entries(NOWHERE)) {
    it(`ends at once and says what to do when it ${what}`, async () => {
      let element = document.createElement('ydrz-login');
      let lane = connectToLane(element);
      if (!what.includes('never')) ({ element, lane } = await openLogin());
      await take(element);
      const log = record(element);
      const error = await rejection(element.login());
      expect(error).to.include({ code: '506', phase: 'credentials', cancelled: false });
      expect(error).to.have.property('hint').that.includes('login()');
      expect(log).to.deep.equal(['state preparing', 'state failed', 'error']);
      expect(await lane.asked()).to.deep.equal([]);
      const place = await fixture<HTMLElement>(html`<div></div>`);
      place.append(element);
      answerWith(element);
      expect((await element.login()).code).to.equal('103000');
    });
  }
});

describe('<ydrz-login> that is asked to log in again', () => {
  const STOPS = {
    'abort()': (element: YdrzLoginElement) => {
      element.abort();
    },
    'reset()': (element: YdrzLoginElement) => {
      element.reset();
    },
    'the reset of its form': (element: YdrzLoginElement) => {
      element.form?.reset();
    },
  };
  for (const [how, stop] of Object.entries(STOPS)) {
    for (const state of ['preparing', 'retrieving', 'authorizing'] as const) {
      it(`in the moment after ${how} while ${state}: the old one ends with 503, and the new one runs`, async () => {
        const { element } = await openLogin();
        (await fixture<HTMLElement>(html`<form></form>`)).append(element);
        const log = ends(element);
        const request = state === 'authorizing' ? asked(element) : undefined;
        const first = rejection(element.login());
        while (element.state !== state) await next(element, 'statechange');
        await request;
        stop(element);
        answerWith(element, ({ submit }) => {
          submit('0013');
        });
        const second = element.login();
        expect(element.login()).to.equal(second);
        expect(await first).to.have.property('code', '503');
        // The end of the old one is not that of the new one.
        expect(element.login()).to.equal(second);
        expect((await second).code).to.equal('103000');
        expect(element.state).to.equal('done');
        expect(log).to.deep.equal(['503', '103000']);
      });
    }
  }

  it('and again, each aborted: each has one end', async () => {
    const { element } = await openLogin();
    const log = ends(element);
    const logins = Array.from({ length: 3 }, () => {
      const login = rejection(element.login());
      element.abort();
      return login;
    });
    for (const error of await Promise.all(logins)) expect(error).to.have.property('code', '503');
    expect(log).to.deep.equal(['503', '503', '503']);
    element.reset();
    expect(element.state).to.equal('idle');
  });

  it('by whoever hears of the end: that is a new login', async () => {
    const { element } = await openLogin();
    answerWith(element);
    let again: Promise<unknown> | undefined;
    const tryAgain = () => {
      again = element.login();
    };
    element.addEventListener('error', tryAgain, { once: true });
    const first = rejection(element.login());
    element.abort();
    await first;
    expect(await again).to.have.property('code', '103000');
  });

  it('keeps no result of a login that was reset in its last moment', async () => {
    const { element } = await openLogin();
    answerWith(element);
    element.addEventListener('hop', ({ detail }) => {
      if (detail.name === 'token') element.reset();
    });
    expect(await rejection(element.login())).to.have.property('code', '503');
    await Promise.resolve();
    expect(element).to.include({ state: 'idle', result: null });
  });
});
