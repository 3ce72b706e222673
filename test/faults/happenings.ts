import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { Happening } from './cells.js';

const { now } = Date;
const TEN_YEARS = 10 * 365 * 86_400_000;

const setVisibility = (state: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
};

/** What the page or its user does while a hop is on its way. */
export const HAPPENINGS: Readonly<Record<Happening, (element: YdrzLoginElement) => void>> = {
  clock() {
    Date.now = () => now() + TEN_YEARS;
  },
  hidden() {
    setVisibility('hidden');
    setVisibility('visible');
  },
  moved(element) {
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(element);
  },
  removed(element) {
    element.remove();
  },
  attributes(element) {
    Object.assign(element, {
      ...{ appId: '999', gateway: 'http://localhost:1', credentialsUrl: '/nowhere', timeout: 1 },
      ...{ authPageType: '3', version: '9.9', expandParams: 'a=b', lang: 'en' },
    });
  },
  click(element) {
    element.renderRoot.querySelector<HTMLElement>('[part=button]')?.click();
    element.click();
    void element.login().catch(() => undefined);
  },
  abort(element) {
    element.abort();
  },
};

/** Undo what would outlast the login. */
export const restorePage = (): void => {
  Date.now = now;
  Reflect.deleteProperty(document, 'visibilityState');
  Reflect.deleteProperty(document, 'hidden');
  for (const section of document.querySelectorAll('body > section:empty')) section.remove();
};
