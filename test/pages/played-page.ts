import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import 'ydrz-elements/login';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';
import { APP_ID, HIDDEN, Lane } from '../services/lane.js';
import { PageWatch, type Differences } from './page-watch.js';

export { HIDDEN };

const SCREENS = 'ydrz-auth-layer, ydrz-auth-page';

/** Every element of a tree, in shadow trees too. */
function* deep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}

/** The open screen, wherever it is. */
export const openScreen = (place: ParentNode = document): AuthView | undefined => {
  for (const element of deep(place)) {
    if (element.matches(SCREENS) && isView(element) && element.open) return element;
  }
  return undefined;
};

const isView = (element: Element): element is AuthView => 'updateComplete' in element && 'open' in element;

export const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** Until something is so; a test that waits in vain is ended by its runner. */
export const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await frame();
};

/** The screen, once it is open and has arrived where it stays. */
export const screen = async (): Promise<AuthView> => {
  for (;;) {
    const view = openScreen();
    const box = view?.renderRoot.querySelector('.screen');
    if (view && box && box.getBoundingClientRect().height > 0) {
      await view.updateComplete;
      for (const animation of view.renderRoot.querySelector('dialog')?.getAnimations({ subtree: true }) ??
        []) {
        if (animation.effect?.getTiming().iterations === 1) animation.finish();
      }
      return view;
    }
    await frame();
  }
};

/** A `<ydrz-login>` that logs in at a lane; default: of its own. */
export const makeLogin = (
  attributes: Readonly<Record<string, string>> = {},
  lane = new Lane(),
): YdrzLoginElement => {
  const element = document.createElement('ydrz-login');
  element.setAttribute('app-id', APP_ID);
  element.setAttribute('credentials-url', lane.credentialsUrl);
  element.setAttribute('gateway', lane.gateway());
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

export const inside = (view: AuthView, selector: string): HTMLElement => {
  const found = view.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The screen shows no ${selector}`);
  return found;
};

/** The element under the middle of another, through shadow trees. */
const under = (element: Element): Element | null => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null | undefined = found?.shadowRoot?.elementFromPoint(x, y);
    if (!inner || inner === found) return found;
    found = inner;
  }
};

/** What of a screen a person cannot see or press; nothing, if all is well. */
export const faultsOf = (view: AuthView): string[] =>
  ['.field', '[part=checkbox]', '[part=agreement-link]', '.back, .close'].filter((selector) => {
    const part = inside(view, selector);
    const { left, right, top, bottom, height } = part.getBoundingClientRect();
    const visible =
      left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1 && height > 4;
    const hit = under(part);
    return (
      !visible ||
      !(hit === part || part.contains(hit) || hit?.contains(part) === true) ||
      !view.renderRoot.contains(hit)
    );
  });

/** Press the middle of an element with a real mouse. */
export const press = async (element: Element): Promise<void> => {
  const { left, top, width, height } = element.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
};

/** Log in as a person does: type the digits, tick the box. */
export const fillIn = async (view: AuthView, digits = HIDDEN): Promise<void> => {
  await press(inside(view, '.field'));
  await sendKeys({ type: digits });
  await press(inside(view, '[part=checkbox]'));
};

export { resetMouse, sendKeys };

const arrives = async (target: HTMLButtonElement): Promise<boolean> => {
  let pressed = false;
  target.addEventListener('click', () => (pressed = true));
  await press(target);
  return pressed;
};

/**
 * Looks at a page on which nothing is done yet, with the focus on a button of its own. The function that it answers is called when
 * all is over, and no token is kept.
 *
 * @throws {Error} that says what is not as it was, where the page is not alive afterwards.
 */
export const watchPage = (): ((differences?: Differences) => Promise<void>) => {
  const watch = new PageWatch(true);
  return async (differences) => {
    const changes = await watch.changes(arrives, differences);
    if (changes.length) throw new Error(`The page is not as it was: ${changes.join('; ')}`);
  };
};
