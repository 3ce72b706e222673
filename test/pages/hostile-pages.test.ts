import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { pageStyle } from './page-style.js';
import { faultsOf, fillIn, inside, makeLogin, resetMouse, screen, watchPage } from './played-page.js';

/** A page that turns against a screen that is open. `undo` gives the page back to the test. */
interface Hostility {
  name: string;
  code: string;
  /** True: what had the focus is hidden, too. */
  hidesAll?: boolean;
  turn: (dialog: HTMLDialogElement) => (() => void) | undefined;
}

const style = (rules: string) => () => pageStyle(rules);

const HOSTILITIES: readonly Hostility[] = [
  {
    name: 'closes the dialog',
    code: '501',
    turn(dialog) {
      dialog.close();
      return undefined;
    },
  },
  {
    name: 'throws the screen out',
    code: '506',
    turn(dialog) {
      const root = dialog.getRootNode();
      if (root instanceof ShadowRoot) root.host.remove();
      return undefined;
    },
  },
  {
    name: 'throws the dialog out',
    code: '506',
    turn(dialog) {
      dialog.remove();
      return undefined;
    },
  },
  {
    name: 'throws the login out',
    code: '503',
    turn() {
      document.querySelector('ydrz-login')?.remove();
      return undefined;
    },
  },
  { name: 'shows nothing any more', code: '506', hidesAll: true, turn: style('*{display:none!important}') },
  {
    name: 'hides the screen by its part',
    code: '506',
    turn: style('ydrz-login::part(page){display:none!important}'),
  },
  {
    name: 'shrinks the screen to nothing',
    code: '506',
    turn: style(
      'ydrz-login::part(page){position:fixed;left:-9999px;min-height:0!important;height:1px!important;overflow:hidden}',
    ),
  },
];

/** What a page may do that leaves the screen as it is. */
const VAIN: Readonly<Record<string, () => () => void>> = {
  'makes all of itself inert': () => {
    document.documentElement.inert = true;
    return () => (document.documentElement.inert = false);
  },
  'takes all presses': style('*,ydrz-login::part(page){pointer-events:none!important}'),
  'makes everything invisible': style('*,ydrz-login::part(page){visibility:hidden!important}'),
};

describe('a page that turns hostile gets one error, and itself back', () => {
  before(() => setViewport({ width: 390, height: 844 }));
  afterEach(() => resetMouse());

  const open = async () => {
    const login = makeLogin();
    const place = document.createElement('main');
    place.style.cssText = 'display:block;height:3000px';
    place.append(login);
    document.body.append(place);
    window.scrollTo(0, 300);
    const afterwards = watchPage();
    const ends: string[] = [];
    login.addEventListener('error', ({ detail }) => ends.push(detail.code));
    login.addEventListener('token', () => ends.push('token'));
    const result = login.login();
    const view = await screen();
    const dialog = inside(view, 'dialog');
    if (!(dialog instanceof HTMLDialogElement)) throw new Error('No dialog');
    return { login, result, view, dialog, place, afterwards, ends };
  };

  for (const { name, code, turn, hidesAll } of HOSTILITIES) {
    it(`${name}: ${code}`, async () => {
      const { result, dialog, place, afterwards, ends } = await open();
      const undo = turn(dialog);
      await result.catch(() => undefined);
      undo?.();
      expect(ends).to.deep.equal([code]);
      window.scrollTo(0, 300);
      await afterwards(hidesAll ? { focus: document.body } : {});
      place.remove();
    });
  }

  for (const [name, act] of Object.entries(VAIN)) {
    it(`${name}: in vain`, async () => {
      const { login, result, view, place, afterwards, ends } = await open();
      const undo = act();
      expect(faultsOf(view)).to.deep.equal([]);
      await fillIn(view);
      await result;
      undo();
      expect(ends).to.deep.equal(['token']);
      // The age of a token is watched as long as the element has it.
      login.reset();
      // What had the focus was inert or hidden when it was to have it back.
      await afterwards(name.startsWith('makes') ? { focus: document.body } : {});
      place.remove();
    });
  }
});
