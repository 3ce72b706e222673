import { logIn } from './log-in.js';

const PAGE = 'phone.html';
const VIEWS = 'ydrz-auth-layer, ydrz-auth-page';

/**
 * The `<ydrz-login>` inside a phone. Every `restart` is a page of its own, so nothing of the last login is left.
 *
 * @param {ReturnType<import('./phone.js').phone>} handset
 * @param {{set(login: HTMLElement): void, on(name: string, event: Event): void, onView?(view: HTMLElement): void, onAnswer(json: string): void}} callbacks
 */
export const liveLogin = (handset, { set, on, onView, onAnswer }) => {
  const { frame } = handset;
  const events = ['statechange', 'authorizationrequest', 'inputcomplete', 'hop', 'token', 'error', 'expire'];
  let login;
  let view;
  let startAtOnce = false;
  let before;

  /** A screen that opens by itself takes the focus into the phone; whoever edits wants it back. */
  const giveFocusBack = () => {
    if (document.activeElement !== frame || before === undefined) return;
    const { element, x, y } = before;
    if (element === document.body) frame.blur();
    else element.focus({ preventScroll: true });
    scrollTo({ left: x, top: y, behavior: 'instant' });
    before = undefined;
  };

  const watchViews = () => {
    const { MutationObserver } = frame.contentWindow;
    new MutationObserver(() => {
      const found = login.renderRoot.querySelector(VIEWS);
      if (found === view) return;
      view = found ?? undefined;
      if (!view) return;
      onView?.(view);
      view.updateComplete.then(() => requestAnimationFrame(() => requestAnimationFrame(giveFocusBack)));
    }).observe(login.renderRoot, { childList: true, subtree: true });
  };

  const start = () => {
    login.login().catch(() => {
      // The `error` event has told it.
    });
  };

  frame.addEventListener('load', () => {
    const found = frame.contentDocument?.querySelector('ydrz-login');
    if (!found?.login) return;
    login = found;
    view = undefined;
    set(login);
    for (const name of events) login.addEventListener(name, (event) => on(name, event));
    login.addEventListener('token', async ({ detail }) => onAnswer(await logIn(detail)));
    login.updateComplete.then(() => {
      watchViews();
      if (startAtOnce) start();
    });
  });

  return {
    get view() {
      return view;
    },
    get login() {
      return login;
    },
    start,
    /** Load the phone's page afresh, in a language, and log in if `at once`. */
    restart({ language, atOnce }) {
      startAtOnce = atOnce;
      before = { element: document.activeElement ?? document.body, x: scrollX, y: scrollY };
      frame.contentWindow.location.replace(`${PAGE}?${new URLSearchParams({ lang: language })}`);
    },
  };
};
