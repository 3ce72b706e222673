import { fetchHints } from '../flow/load-hints.js';
import { createPrefetch } from '../flow/prefetch.js';
import { loadPartners } from '../flow/retrieve.js';
import { runLogin } from '../flow/run-login.js';
import type { LoginObserver, LoginOrder, TokenResult } from '../flow/types.js';
import type { Hop } from '../gateway/types.js';
import { ApplicationAuthorizer } from './application-authorizer.js';
import type { HostedHost } from './element-hosted-authorizer.js';
import { isInPage } from './in-page.js';
import { ExpireEvent, HopEvent, LoginInputCompleteEvent } from './login-events.js';
import { nowhereError } from './lost-error.js';
import { orderOf, type OrderSettings } from './order.js';
import { isHosted } from './page-source.js';
import { preconnect } from './preconnect.js';
import { findAround } from '../dom/find-around.js';
import { loadScreen, screenAuthorizer } from './screen-authorizer.js';
import type { SettingsElement } from './settings-element.js';
import type { OfficialHost } from './start-official.js';
import { watchToken, type TokenExpiry } from './token-expiry.js';
import { inTime } from '../incoming/in-time.js';

/** What the screens, and the ways to log in, need of the element. */
export type LoginHost = HostedHost &
  OfficialHost &
  OrderSettings &
  Pick<SettingsElement, 'driver' | 'pageSource'>;

/** Where an unmasked layer stands: in the element that `mount` names, in this shadow root or around it; else in place. */
const placeOf = (element: LoginHost): ParentNode => {
  const { mount, renderRoot } = element;
  const found = mount ? findAround(element, mount) : null;
  if (mount && !found)
    console.warn(`ydrz-elements: nothing has the id "${mount}" of mount; the layer stands in place`);
  return found ?? renderRoot;
};

/** What has no text for an attribute. Frameworks that know custom elements by attributes alone would lose it without a word. */
const PROPERTIES_ALONE: readonly string[] = ['credentials', 'messages'];

const warnOfAttributes = (element: Element): void => {
  for (const name of PROPERTIES_ALONE.filter((name) => element.hasAttribute(name))) {
    console.warn(
      `ydrz-elements: "${name}" is no attribute: set the property (Vue: \`.prop\`, React: \`ydrz-elements/react\`)`,
    );
  }
};

const loadOfficial = () => import('./start-official.js');

const loadHosted = () => import('./element-hosted-authorizer.js');

/** Everything that a login needs and a button does not: loaded at the first sign of intent. */
export class LoginStarter {
  readonly #element: LoginHost;
  readonly #prefetch = createPrefetch();

  constructor(element: LoginHost) {
    this.#element = element;
    warnOfAttributes(element);
  }

  /**
   * Fetch what a login fetches on its way, so that nothing waits for it then: the screen, and the carriers beyond China Mobile.
   *
   * @param likely somebody seems about to log in: connect to the service, and have the business server sign. Both would be in vain
   *   where nobody has shown an interest: connections are closed again, and signatures grow old.
   */
  prepare(likely: boolean): void {
    const element = this.#element;
    const order = orderOf(element);
    const isOfficial = element.driver === 'official';
    const loadOfScreen = isHosted(element.pageSource, element.authPageType) ? loadHosted : loadScreen;
    for (const load of isOfficial
      ? [loadOfficial]
      : [() => loadOfScreen(element), loadPartners, fetchHints]) {
      load().catch(() => undefined);
    }
    if (!likely) return;
    preconnect(order);
    if (!isOfficial) this.#prefetch.sign(order, this.#told);
  }

  /** Retrieve the number before the click. */
  prefetch(): void {
    this.#prefetch.start(orderOf(this.#element), this.#told);
  }

  /** Forget what was retrieved before the click. */
  drop(): void {
    this.#prefetch.drop();
  }

  /** Watch a token until it expires; see {@link watchToken}. */
  watch({ expiresAt, msgId }: TokenResult, onExpire: () => void): TokenExpiry {
    return watchToken(expiresAt, () => {
      onExpire();
      this.#element.dispatchEvent(new ExpireEvent(msgId));
    });
  }

  /** Run one login on the element's behalf; see {@link runLogin}. */
  async start(
    order: LoginOrder,
    hops: Hop[],
    onState: LoginObserver['onState'],
    signal: AbortSignal,
  ): Promise<TokenResult> {
    const element = this.#element;
    if (!isInPage(element)) throw nowhereError(order.language);
    const { pageSource, driver, layerOptions, pageOptions, messages } = element;
    const { authPageType = '0', timeout } = order;
    const observer: LoginObserver = {
      onState,
      onHop: (hop) => {
        hops.push(hop);
        this.#told(hop);
      },
    };
    const onInputComplete = (msgId: string) => {
      element.dispatchEvent(new LoginInputCompleteEvent(msgId));
    };
    const screen = isHosted(pageSource, authPageType)
      ? (await inTime(loadHosted(), timeout, signal)).hostedAuthorizerOf(element)
      : screenAuthorizer({
          ...{ authPageType, layerOptions, pageOptions, messages, timeout, onInputComplete },
          place: () => placeOf(element),
        });
    const authorizer = new ApplicationAuthorizer(element, screen);
    if (driver === 'official') {
      const { startOfficial } = await inTime(loadOfficial(), timeout, signal);
      return startOfficial(element, order, authorizer, observer, onInputComplete, signal);
    }
    return runLogin(order, authorizer, observer, signal, this.#prefetch.obtain);
  }

  readonly #told = (hop: Hop): void => {
    this.#element.dispatchEvent(new HopEvent(hop));
  };
}
