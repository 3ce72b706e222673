import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';
import {
  fillIn,
  HIDDEN,
  inside,
  makeLogin,
  press,
  resetMouse,
  screen,
  sendKeys,
  until,
  watchPage,
} from './played-page.js';

const middleOf = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { clientX: left + width / 2, clientY: top + height / 2 };
};

/** A tap: what the browser tells of it, and the click that follows where nobody prevented that. */
const tap = (element: HTMLElement): void => {
  const place = middleOf(element);
  const rules = { bubbles: true, composed: true, cancelable: true };
  element.dispatchEvent(Object.assign(new Event('touchstart', rules), place));
  if (element.dispatchEvent(Object.assign(new Event('touchend', rules), place))) {
    element.focus();
    element.dispatchEvent(new MouseEvent('click', { ...rules, ...place, detail: 1 }));
  }
};

/** A library as many pages have one: it makes a click of a touch at once, and takes the browser's own away. */
const quickTaps = (capture: boolean): (() => void) => {
  const made = (event: Event) => {
    const { target } = event;
    if (!('clientX' in event) || !('clientY' in event) || !target) return;
    event.preventDefault();
    const place = { clientX: Number(event.clientX), clientY: Number(event.clientY) };
    target.dispatchEvent(new MouseEvent('click', { ...place, bubbles: true, cancelable: true }));
  };
  document.body.addEventListener('touchend', made, capture);
  return () => {
    document.body.removeEventListener('touchend', made, capture);
  };
};

const open = async (
  type: string,
  put = (login: HTMLElement, place: HTMLElement) => {
    place.append(login);
  },
) => {
  const login = makeLogin({ 'auth-page-type': type });
  const place = document.createElement('main');
  document.body.append(place);
  put(login, place);
  await login.updateComplete;
  return { login, place };
};

const tapThrough = async (view: AuthView) => {
  tap(inside(view, '.field'));
  expect(view.renderRoot.querySelector(':focus')).to.equal(inside(view, '.field'));
  await sendKeys({ type: HIDDEN });
  tap(inside(view, '[part=checkbox]'));
};

const tokenOf = (login: YdrzLoginElement) =>
  new Promise<string>((resolve, reject) => {
    login.addEventListener('token', ({ detail }) => {
      resolve(detail.code);
    });
    login.addEventListener('error', ({ detail }) => {
      reject(detail);
    });
  });

describe('taps and clicks by other means', function () {
  this.timeout(15_000);
  before(() => setViewport({ width: 390, height: 844 }));
  let cleanUp: (() => void)[] = [];
  afterEach(async () => {
    for (const undo of cleanUp) undo();
    cleanUp = [];
    await resetMouse();
    for (const left of document.querySelectorAll('body > main')) left.remove();
  });

  for (const capture of [false, true]) {
    for (const type of ['0', '1', '2']) {
      it(`clicks made of touches${capture ? ', before anybody hears them' : ''}: authPageType ${type}`, async () => {
        const { login } = await open(type);
        const afterwards = watchPage();
        const stop = quickTaps(capture);
        const ended = tokenOf(login);
        const button = login.renderRoot.querySelector<HTMLElement>('button');
        if (!button) throw new Error('No button');
        tap(button);
        await tapThrough(await screen());
        expect(await ended).to.equal('103000');
        const failed = tokenOf(login).catch((error: unknown) => error);
        tap(button);
        tap(inside(await screen(), '.close, .back'));
        expect(await failed).to.have.property('code', '501');
        stop();
        // A touch whose click is made gives no focus; what had it in a screen in the page is gone.
        await afterwards();
      });
    }
  }

  const WHOLE: Readonly<Record<string, (login: YdrzLoginElement, place: HTMLElement) => void>> = {
    'click()': (login) => {
      login.click();
    },
    'a label for it': (login, place) => {
      login.id = 'one-tap';
      const label = document.createElement('label');
      label.htmlFor = 'one-tap';
      place.append(label);
      label.click();
    },
    'a label around it': (login, place) => {
      const label = document.createElement('label');
      const text = document.createElement('span');
      label.append(text, login);
      place.append(label);
      text.click();
    },
    'a click of a screen reader, in the middle': (login) => {
      login.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...middleOf(login) }));
    },
    'a click of a script, without a place': (login) => {
      login.dispatchEvent(new Event('click', { bubbles: true }));
    },
  };
  for (const [name, act] of Object.entries(WHOLE)) {
    it(`${name} starts one login, and none where the element is disabled`, async () => {
      const { login, place } = await open('1');
      const afterwards = watchPage();
      const states: string[] = [];
      login.addEventListener('statechange', ({ detail }) => states.push(detail.state));
      login.disabled = true;
      await login.updateComplete;
      act(login, place);
      await login.updateComplete;
      expect(states).to.deep.equal([]);
      login.disabled = false;
      await login.updateComplete;
      const ended = tokenOf(login);
      act(login, place);
      await fillIn(await screen());
      await ended;
      expect(states.filter((state) => state === 'preparing')).to.have.length(1);
      login.reset();
      const button = login.renderRoot.querySelector('button');
      await afterwards({ remove: login, ...(name.includes('label') ? { focus: button } : {}) });
    });
  }

  /** What pages do with clicks and keys on their way, on an ancestor of the login or on all. */
  const MEDDLERS: Record<
    string,
    {
      types: readonly string[];
      on: 'main' | 'document' | 'window';
      capture: boolean;
      act: (event: Event) => void;
    }
  > = {};
  for (const on of ['main', 'document', 'window'] as const) {
    for (const capture of [false, true]) {
      for (const [what, act] of Object.entries({
        prevents: (event: Event) => {
          event.preventDefault();
        },
        stops: (event: Event) => {
          event.stopPropagation();
        },
        'prevents and stops': (event: Event) => {
          event.preventDefault();
          event.stopPropagation();
        },
      })) {
        for (const types of [
          ['click', 'mousedown'],
          ['keydown', 'keypress', 'keyup'],
          ['beforeinput', 'input'],
          ['pointerdown', 'pointerup', 'focusin', 'focusout', 'selectstart', 'contextmenu'],
        ]) {
          MEDDLERS[`${on} ${what} ${types.join('+')}${capture ? ' on the way in' : ''}`] = {
            types,
            on,
            capture,
            act,
          };
        }
      }
    }
  }
  for (const [name, { types, on, capture, act }] of Object.entries(MEDDLERS)) {
    it(`${name}: the login goes on`, async () => {
      const { login, place } = await open('1');
      const target = { main: place, document, window }[on];
      const afterwards = watchPage();
      const ended = tokenOf(login);
      login.login().catch(() => undefined);
      const view = await screen();
      let heard = 0;
      const meddle = (event: Event) => {
        // That the focus comes back is the page's own to hear.
        if (event.composedPath().includes(login)) heard += 1;
        act(event);
      };
      for (const type of types) {
        target.addEventListener(type, meddle, capture);
        cleanUp.push(() => {
          target.removeEventListener(type, meddle, capture);
        });
      }
      await press(inside(view, '.field'));
      await sendKeys({ type: '009' });
      await sendKeys({ press: 'Backspace' });
      await sendKeys({ type: HIDDEN.slice(2) });
      await until(() => view.digits === HIDDEN);
      await press(inside(view, '[part=checkbox]'));
      expect(await ended).to.equal('103000');
      for (const type of types) target.removeEventListener(type, meddle, capture);
      if (!capture) expect(heard).to.equal(0);
      login.reset();
      await afterwards();
    });
  }

  for (const capture of [false, true]) {
    it(`the leave button and Escape work where the page prevents and stops everything${capture ? ' on the way in' : ''}`, async () => {
      const { login } = await open('0');
      const afterwards = watchPage();
      for (const leave of [
        (view: AuthView) => press(inside(view, '.back')),
        () => sendKeys({ press: 'Escape' }),
      ]) {
        const ended = tokenOf(login).catch((error: unknown) => error);
        login.login().catch(() => undefined);
        const view = await screen();
        const meddle = (event: Event) => {
          event.preventDefault();
          event.stopPropagation();
        };
        for (const type of ['click', 'keydown']) {
          document.addEventListener(type, meddle, capture);
          cleanUp.push(() => {
            document.removeEventListener(type, meddle, capture);
          });
        }
        await leave(view);
        expect(await ended).to.have.property('code', '501');
        for (const type of ['click', 'keydown']) document.removeEventListener(type, meddle, capture);
      }
      await afterwards();
    });
  }

  for (const isHidden of [false, true]) {
    it(`a popup that keeps the focus to itself${isHidden ? ', beside a hidden login' : ''}`, async () => {
      const { login, place } = await open('1');
      place.hidden = isHidden;
      const popup = document.createElement('main');
      const inner = document.createElement('button');
      popup.append(inner);
      document.body.append(popup);
      const afterwards = watchPage();
      const trap = (event: Event) => {
        if (event.target instanceof Node && popup.contains(event.target)) return;
        event.stopImmediatePropagation();
        inner.focus();
      };
      document.addEventListener('focusin', trap, true);
      const ended = tokenOf(login);
      login.login().catch(() => undefined);
      await fillIn(await screen());
      await ended;
      login.reset();
      document.removeEventListener('focusin', trap, true);
      // The focus comes back, and the popup takes it.
      await afterwards({ focus: inner });
    });
  }

  it('a link, a label and a summary around the login do nothing while its screen is used', async () => {
    const link = document.createElement('a');
    link.href = '#elsewhere';
    const { login } = await open('0', (element, place) => {
      link.append(element);
      place.append(link);
    });
    const { href } = location;
    const afterwards = watchPage();
    const ended = tokenOf(login);
    login.login().catch(() => undefined);
    const view = await screen();
    await press(inside(view, '.who, .status'));
    expect(location.href).to.equal(href);
    await fillIn(view);
    await ended;
    expect(location.href).to.equal(href);
    login.reset();
    await afterwards();
  });
});
