import { inTime } from '../gateway/in-time.js';
import { fetchHints } from '../flow/load-hints.js';
import { Prefetch } from '../flow/prefetch.js';
import { loadPartners } from '../flow/retrieve.js';
import { runLogin } from '../flow/run-login.js';
import type { LoginObserver, LoginOrder, TokenResult } from '../flow/types.js';
import type { Hop } from '../gateway/types.js';
import { ApplicationAuthorizer } from './application-authorizer.js';
import { LoginInputCompleteEvent } from './login-events.js';
import type { YdrzLoginElement } from './login-element.js';
import { preconnect } from './preconnect.js';
import { loadScreen, ScreenAuthorizer } from './screen-authorizer.js';

/** Where an unmasked layer stands: in the element that `mount` names, else in place. */
const placeOf = (element: YdrzLoginElement): ParentNode => {
  const mount = element.mount ? element.ownerDocument.getElementById(element.mount) : null;
  return mount ?? element.renderRoot;
};

const localScreen = (element: YdrzLoginElement, order: LoginOrder): ScreenAuthorizer => {
  const { layerOptions, pageOptions, messages } = element;
  const { authPageType = '0', timeout } = order;
  return new ScreenAuthorizer({
    ...{ authPageType, layerOptions, pageOptions, messages, timeout },
    place: () => placeOf(element),
    onInputComplete: (msgId) => {
      element.dispatchEvent(new LoginInputCompleteEvent(msgId));
    },
  });
};

const loadOfficial = () => import('./start-official.js');

const loadHosted = () => import('./element-hosted-authorizer.js');

/** Everything that a login needs and a button does not: loaded at the first sign of intent. */
export class LoginStarter {
  readonly #prefetch = new Prefetch();

  /**
   * Fetch what a login fetches on its way, so that nothing waits for it then: the screen, and the carriers beyond China Mobile.
   */
  prepare(element: YdrzLoginElement, order: LoginOrder): void {
    if (element.driver === 'official') {
      loadOfficial().catch(() => undefined);
      return;
    }
    const screen = element.pageSource === 'hosted' ? loadHosted() : loadScreen(element);
    screen.catch(() => undefined);
    if (order.openType !== '0') loadPartners().catch(() => undefined);
    fetchHints().catch(() => undefined);
  }

  /**
   * Somebody seems about to log in: connect to the service, and have the business server sign. Both would be in vain where
   * nobody has shown an interest: connections are closed again, and signatures grow old.
   */
  approach(element: YdrzLoginElement, order: LoginOrder, onHop: (hop: Hop) => void): void {
    preconnect(order);
    if (element.driver !== 'official') this.#prefetch.sign(order, onHop);
  }

  /** Retrieve the number before the click. */
  prefetch(order: LoginOrder, onHop: (hop: Hop) => void): void {
    this.#prefetch.start(order, onHop);
  }

  /** Forget what was retrieved before the click. */
  drop(): void {
    this.#prefetch.drop();
  }

  /** Run one login on the element's behalf; see {@link runLogin}. */
  async start(
    element: YdrzLoginElement,
    order: LoginOrder,
    observer: LoginObserver,
    signal: AbortSignal,
  ): Promise<TokenResult> {
    const { pageSource, driver, timeout } = element;
    const screen =
      pageSource === 'hosted'
        ? (await inTime(loadHosted(), timeout, signal)).hostedAuthorizerOf(element)
        : localScreen(element, order);
    const authorizer = new ApplicationAuthorizer(element, screen);
    if (driver === 'official') {
      const { startOfficial } = await inTime(loadOfficial(), timeout, signal);
      return startOfficial(element, order, authorizer, observer, signal);
    }
    return runLogin(order, authorizer, observer, signal, this.#prefetch.obtain);
  }
}
