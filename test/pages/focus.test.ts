import { setViewport } from '@web/test-runner-commands';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';
import {
  fillIn,
  frame,
  inside,
  makeLogin,
  press,
  resetMouse,
  screen,
  sendKeys,
  until,
  watchPage,
} from './played-page.js';

/** How a login ends whose screen is open, with the focus in it. */
const ENDS: Readonly<Record<string, (login: YdrzLoginElement, view: AuthView) => unknown>> = {
  'a login': (_login, view) => fillIn(view),
  'the close button': (_login, view) => press(inside(view, '.back, .close')),
  'the close button by its key': async (_login, view) => {
    inside(view, '.back, .close').focus();
    await sendKeys({ press: 'Enter' });
  },
  'an abort': (login) => {
    login.abort();
  },
  'a reset': (login) => {
    login.reset();
  },
  'a removal of the screen': (_login, view) => {
    view.remove();
  },
  'a removal of the login': (login) => {
    login.remove();
  },
  'three refusals': async (_login, view) => {
    await fillIn(view, '9999');
    for (const left of [2, 1]) {
      await until(() => view.attemptsLeft === left && !view.pending && view.error !== '');
      inside(view, '.field').focus();
      await sendKeys({ type: '9999' });
    }
  },
};

/** A login of a fixed width: what is set at the service comes when the screen is open, and a popup in the page grows by it. */
const placeLogin = (type: string): YdrzLoginElement => {
  const login = makeLogin({ 'auth-page-type': type });
  login.style.cssText = 'display:block;width:340px';
  document.body.append(login);
  return login;
};

const focused = (): Element | null => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
};

describe('the focus goes back to what had it', () => {
  before(() => setViewport({ width: 800, height: 800 }));
  afterEach(() => resetMouse());

  for (const type of ['0', '1', '2', '3']) {
    for (const [name, end] of Object.entries(ENDS)) {
      it(`authPageType ${type}, ${name}: to a button of the page’s`, async () => {
        const login = placeLogin(type);
        const afterwards = watchPage();
        const result = login.login().catch(() => undefined);
        const view = await screen();
        await until(() => view.renderRoot.contains(focused()));
        await end(login, view);
        await result;
        await frame();
        login.reset();
        await afterwards({ remove: login });
      });

      if (name === 'a removal of the login') continue;
      it(`authPageType ${type}, ${name}: to the login’s button`, async () => {
        const login = placeLogin(type);
        await login.updateComplete;
        const afterwards = watchPage();
        login.focus();
        await sendKeys({ press: 'Enter' });
        const view = await screen();
        await until(() => view.renderRoot.contains(focused()));
        const ended = new Promise((resolve) => {
          for (const event of ['token', 'error']) login.addEventListener(event, resolve);
        });
        if (name === 'a reset') login.reset();
        await end(login, view);
        await ended;
        await frame();
        login.reset();
        const button = login.renderRoot.querySelector('button');
        await afterwards({ focus: button, remove: login });
      });
    }
  }

  it('authPageType 2: what the user has gone to meanwhile keeps it', async () => {
    const field = document.createElement('input');
    const login = placeLogin('2');
    document.body.prepend(field);
    const afterwards = watchPage();
    const result = login.login().catch(() => undefined);
    const view = await screen();
    await until(() => view.renderRoot.contains(focused()));
    await press(field);
    login.abort();
    await result;
    await afterwards({ focus: field, remove: login });
    field.remove();
  });
});
