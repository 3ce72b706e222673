import { runLogin } from '../flow/run-login.js';
import type { LoginObserver, LoginOrder, TokenResult } from '../flow/types.js';
import { ApplicationAuthorizer } from './application-authorizer.js';
import { LoginInputCompleteEvent } from './login-events.js';
import type { YdrzLoginElement } from './login-element.js';
import { ScreenAuthorizer } from './screen-authorizer.js';

/** Where an unmasked layer stands: in the element that `mount` names, else in place. */
const placeOf = (element: YdrzLoginElement): ParentNode => {
  const mount = element.mount ? element.ownerDocument.getElementById(element.mount) : null;
  return mount ?? element.renderRoot;
};

/** Everything that a login needs and a button does not: loaded at the first sign of intent. */
export const startLogin = (
  element: YdrzLoginElement,
  order: LoginOrder,
  signal: AbortSignal,
  observer: LoginObserver,
): Promise<TokenResult> => {
  const { authPageType, layerOptions, pageOptions, messages } = element;
  const screen = new ScreenAuthorizer({
    ...{ authPageType, layerOptions, pageOptions, messages },
    place: () => placeOf(element),
    onInputComplete: (msgId) => {
      element.dispatchEvent(new LoginInputCompleteEvent(msgId));
    },
  });
  return runLogin(order, new ApplicationAuthorizer(element, screen), observer, signal);
};
