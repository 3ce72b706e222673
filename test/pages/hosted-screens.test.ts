import { expect } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import { frame, makeLogin, press, resetMouse, sendKeys, until, watchPage } from './played-page.js';

/** The open dialog with the service's page in it, wherever it is. */
const hostedScreen = (login: YdrzLoginElement): HTMLDialogElement | undefined => {
  const refuges = Array.from(document.querySelectorAll('ydrz-screen'), ({ shadowRoot }) => shadowRoot);
  for (const root of [login.renderRoot, ...refuges]) {
    const dialog = root?.querySelector('dialog');
    if (dialog?.open && dialog.getBoundingClientRect().height > 0) return dialog;
  }
  return undefined;
};

/** Whether the page in the screen has loaded, from its first moment on. */
const watchLoading = (login: YdrzLoginElement): (() => boolean) => {
  let loaded = false;
  const observer = new MutationObserver(() => {
    login.renderRoot.querySelector('iframe')?.addEventListener('load', () => (loaded = true));
  });
  observer.observe(login.renderRoot, { childList: true, subtree: true });
  return () => loaded;
};

/** How the login comes to its end. */
const ENDS: Readonly<
  Record<
    string,
    { code: string; end: (login: YdrzLoginElement, dialog: HTMLDialogElement) => Promise<unknown> }
  >
> = {
  'the close button': {
    code: '501',
    end: (_login, dialog) => press(dialog.querySelector('button') ?? dialog),
  },
  Escape: { code: '501', end: () => sendKeys({ press: 'Escape' }) },
  'two Escapes': {
    code: '501',
    async end() {
      await sendKeys({ press: 'Escape' });
      await sendKeys({ press: 'Escape' });
    },
  },
  'an abort': {
    code: '503',
    end: (login) => {
      login.abort();
      return frame();
    },
  },
  'an abort before the page is there': {
    code: '503',
    end: (login) => {
      login.abort();
      return Promise.resolve();
    },
  },
  'a removal of the login': {
    code: '503',
    end: (login) => {
      login.remove();
      return frame();
    },
  },
  'a removal of the dialog': {
    code: '506',
    end: (_login, dialog) => {
      dialog.remove();
      return frame();
    },
  },
};

/** Where the login stands. */
const PLACES: Readonly<Record<string, string>> = {
  'a plain place': '',
  'a hidden place': 'display:none',
  'a clipped, scaled place': 'overflow:hidden;height:1px;transform:scale(.1)',
};

describe('the service’s own page in a screen leaves the page as it was', function () {
  this.timeout(15_000);
  before(() => setViewport({ width: 390, height: 844 }));
  afterEach(() => resetMouse());

  for (const [where, style] of Object.entries(PLACES)) {
    for (const [name, { code, end }] of Object.entries(ENDS)) {
      for (const type of ['0', '3']) {
        it(`${where}, ${name}, authPageType ${type}: ${code}`, async () => {
          const login = makeLogin({ 'auth-page-type': type, 'page-source': 'hosted' });
          const place = document.createElement('main');
          place.style.cssText = 'display:block;height:3000px';
          const around = document.createElement('div');
          around.style.cssText = style;
          around.append(login);
          place.append(around);
          document.body.append(place);
          window.scrollTo(0, 300);
          await frame();
          const afterwards = watchPage();
          const isLoaded = watchLoading(login);
          const failure = login.login().catch((error: unknown) => error);
          await until(() => hostedScreen(login) !== undefined);
          const dialog = hostedScreen(login);
          if (!dialog) throw new Error('No dialog');
          if (!name.includes('before')) {
            await until(isLoaded);
          }
          const { width, height } = dialog.querySelector('iframe')?.getBoundingClientRect() ?? {};
          // All but a scroll bar that takes room of its own, whose place the lock keeps.
          expect([width, height]).to.deep.equal([document.documentElement.clientWidth, innerHeight]);
          await sendMouse({ type: 'move', position: [200, 800] });
          await end(login, dialog);
          expect(await failure).to.have.property('code', code);
          expect(hostedScreen(login) === undefined).to.equal(true);
          await afterwards();
          place.remove();
        });
      }
    }
  }
});
