import type { AuthView } from './auth-view.js';

/** The screen that is open in the page outside every shadow root, as the documented interface shows it. */
export const openScreen = (): AuthView | null => {
  const view = document.querySelector<AuthView>('ydrz-auth-layer, ydrz-auth-page');
  return view?.open ? view : null;
};

/** Resolves when something in the document has made the condition true. */
const until = (condition: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const check = () => {
      if (!condition()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { childList: true, subtree: true, attributes: true });
    check();
  });

/** The screen, once it is open and takes input. */
const screenReady = async (): Promise<AuthView> => {
  await until(() => {
    const view = openScreen();
    return view !== null && view.hasUpdated && !view.pending;
  });
  const view = openScreen();
  if (!view) throw new Error('The screen has been closed again');
  await view.updateComplete;
  return view;
};

const partOf = (view: AuthView, selector: string): HTMLElement => {
  const found = view.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The screen shows no ${selector}`);
  return found;
};

/** The user fills in digits as soon as the screen takes them. */
export const fillIn = async (digits: string): Promise<void> => {
  const field = partOf(await screenReady(), '.field');
  if (!(field instanceof HTMLInputElement)) throw new TypeError('There is no field');
  field.value = digits;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

/** The user clicks a part as soon as the screen takes input. */
export const click = async (part: 'checkbox' | 'submit' | 'close' | 'back'): Promise<void> => {
  partOf(await screenReady(), `[part=${part}]`).click();
};
