import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  fillIn,
  frame,
  makeLogin,
  openScreen,
  resetMouse,
  screen,
  sendKeys,
  until,
  watchPage,
} from './played-page.js';

/** What listens to a page's history. `stop` ends it. */
const LISTENERS: Readonly<Record<string, (heard: (what: string) => void) => () => void>> = {
  'a plain page': (heard) => {
    const note = ({ type }: Event) => {
      heard(type);
    };
    for (const type of ['popstate', 'hashchange']) addEventListener(type, note);
    return () => {
      for (const type of ['popstate', 'hashchange']) removeEventListener(type, note);
    };
  },
  'a page that disables Back': (heard) => {
    history.pushState(null, '', document.URL);
    const again = () => {
      heard('popstate');
      history.pushState(null, '', document.URL);
    };
    addEventListener('popstate', again);
    return () => {
      removeEventListener('popstate', again);
    };
  },
  'a router that wraps the history': (heard) => {
    const names = ['pushState', 'replaceState', 'back', 'forward', 'go'] as const;
    for (const name of names) {
      Object.defineProperty(history, name, {
        configurable: true,
        value: () => {
          heard(name);
        },
      });
    }
    return () => {
      for (const name of names) Reflect.deleteProperty(history, name);
    };
  },
  'a router that keeps writing its state': (heard) => {
    const timer = setInterval(() => {
      history.replaceState(history.state, '', document.URL);
      // WebKit allows a hundred in ten seconds.
    }, 500);
    const note = ({ type }: Event) => {
      heard(type);
    };
    addEventListener('popstate', note);
    return () => {
      clearInterval(timer);
      removeEventListener('popstate', note);
    };
  },
  'a page that restores its scrolling and asks before it is left': (heard) => {
    history.scrollRestoration = 'manual';
    const ask = (event: Event) => {
      heard(event.type);
      event.preventDefault();
    };
    for (const type of ['beforeunload', 'pagehide']) addEventListener(type, ask);
    return () => {
      history.scrollRestoration = 'auto';
      for (const type of ['beforeunload', 'pagehide']) removeEventListener(type, ask);
    };
  },
  'a router that takes over whatever is navigated': (heard) => {
    if (!('navigation' in window)) return () => undefined;
    const takeOver = (event: NavigateEvent) => {
      heard('navigate');
      if (event.canIntercept) event.intercept();
    };
    navigation.addEventListener('navigate', takeOver);
    return () => {
      navigation.removeEventListener('navigate', takeOver);
    };
  },
  'a router on the Navigation API': (heard) => {
    if (!('navigation' in window)) return () => undefined;
    const note = () => {
      heard('navigate');
    };
    navigation.addEventListener('navigate', note);
    return () => {
      navigation.removeEventListener('navigate', note);
    };
  },
};

/** How a screen ends. */
const ENDS: Readonly<Record<string, (login: ReturnType<typeof makeLogin>) => Promise<void>>> = {
  'a login': async () => fillIn(await screen()),
  Escape: () => sendKeys({ press: 'Escape' }),
  'an abort': async (login) => {
    await Promise.resolve();
    login.abort();
  },
  'a removal': async (login) => {
    await Promise.resolve();
    login.remove();
  },
};

describe('the session history is the page’s', () => {
  before(() => setViewport({ width: 390, height: 844 }));
  afterEach(() => resetMouse());

  for (const [page, listen] of Object.entries(LISTENERS)) {
    for (const [end, finish] of Object.entries(ENDS)) {
      it(`${page}, ${end}: nothing is heard, no entry is made`, async () => {
        const heard: string[] = [];
        const stop = listen((what) => heard.push(what));
        const { length } = history;
        const state = JSON.stringify(history.state);
        const { href } = location;
        const afterwards = watchPage();
        for (const type of ['0', '1']) {
          const login = makeLogin({ 'auth-page-type': type });
          document.body.append(login);
          const ended = login.login().catch(() => undefined);
          await screen();
          await finish(login);
          await ended;
          await until(() => openScreen() === undefined);
          // The age of a token is watched as long as the element has it.
          login.reset();
          login.remove();
        }
        // Steps back would be heard a moment later.
        for (let count = 0; count < 5; count += 1) await frame();
        await afterwards();
        stop();
        expect(heard).to.deep.equal([]);
        expect(history.length).to.equal(length);
        expect(JSON.stringify(history.state)).to.equal(state);
        expect(location.href).to.equal(href);
      });
    }
  }
});
