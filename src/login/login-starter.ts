import type { OfficialSettings } from '../flow/official-driver.js';
import { Prefetch } from '../flow/prefetch.js';
import { loadPartners } from '../flow/retrieve.js';
import { runLogin } from '../flow/run-login.js';
import type { LoginObserver, LoginOrder, TokenResult } from '../flow/types.js';
import type { Hop } from '../gateway/types.js';
import { nearestLanguage } from '../locale/language.js';
import { screenTexts } from '../locale/screen-texts.js';
import { ApplicationAuthorizer } from './application-authorizer.js';
import type { HostedAuthorizer } from './hosted-authorizer.js';
import { inTime } from './in-time.js';
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
    onInputComplete: inputComplete(element),
  });
};

const loadDriver = () => import('../flow/official-driver.js');

const inputComplete =
  (element: YdrzLoginElement) =>
  (msgId: string): void => {
    element.dispatchEvent(new LoginInputCompleteEvent(msgId));
  };

const loadHosted = () => import('./hosted-authorizer.js');

const hostedPage = async (element: YdrzLoginElement, signal: AbortSignal): Promise<HostedAuthorizer> => {
  const { appId, authPageType, expandParams, testLine, version, pageOptions, messages, timeout } = element;
  const { HostedAuthorizer } = await inTime(loadHosted(), timeout, signal);
  return new HostedAuthorizer({
    ...{ appId, authPageType, expandParams, testLine, version, pageOptions },
    texts: { ...screenTexts(nearestLanguage(element)), ...messages },
    place: () => element.renderRoot,
  });
};

/** Whom the official script is driven for, and how. */
const officialSettings = (element: YdrzLoginElement): OfficialSettings => {
  const { officialSrc: src, officialIntegrity: integrity, layerOptions, pageOptions, mount } = element;
  return {
    ...{ src, integrity, layerOptions, pageOptions, mount },
    nonce: element.nonce,
    onInputComplete: inputComplete(element),
  };
};

/** Everything that a login needs and a button does not: loaded at the first sign of intent. */
export class LoginStarter {
  readonly #prefetch = new Prefetch();

  /**
   * Fetch what a login fetches on its way, so that nothing waits for it then: the screen, and the carriers beyond China Mobile.
   * `likely`: connect to the service too. Connections would be closed again where nobody has shown an interest yet.
   */
  prepare({ driver, pageSource }: YdrzLoginElement, order: LoginOrder, likely: boolean): void {
    if (likely) preconnect(order);
    if (driver === 'official') {
      loadDriver().catch(() => undefined);
      return;
    }
    const screen = pageSource === 'hosted' ? loadHosted() : loadScreen(order.authPageType ?? '0');
    screen.catch(() => undefined);
    if (order.openType !== '0') loadPartners().catch(() => undefined);
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
    const screen =
      element.pageSource === 'hosted' ? await hostedPage(element, signal) : localScreen(element, order);
    const authorizer = new ApplicationAuthorizer(element, screen);
    if (element.driver === 'official') {
      const { runOfficialLogin } = await inTime(loadDriver(), element.timeout, signal);
      return runOfficialLogin(order, officialSettings(element), authorizer, observer, signal);
    }
    return runLogin(order, authorizer, observer, signal, this.#prefetch.obtain);
  }
}
