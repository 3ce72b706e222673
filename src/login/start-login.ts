import { runLogin } from '../flow/run-login.js';
import type { LoginObserver, LoginOrder, TokenResult } from '../flow/types.js';
import { nearestLanguage } from '../locale/language.js';
import { screenTexts } from '../locale/screen-texts.js';
import { ApplicationAuthorizer } from './application-authorizer.js';
import { HostedAuthorizer } from './hosted-authorizer.js';
import { LoginInputCompleteEvent } from './login-events.js';
import type { YdrzLoginElement } from './login-element.js';
import { ScreenAuthorizer } from './screen-authorizer.js';

/** Where an unmasked layer stands: in the element that `mount` names, else in place. */
const placeOf = (element: YdrzLoginElement): ParentNode => {
  const mount = element.mount ? element.ownerDocument.getElementById(element.mount) : null;
  return mount ?? element.renderRoot;
};

const localScreen = (element: YdrzLoginElement): ScreenAuthorizer => {
  const { authPageType, layerOptions, pageOptions, messages } = element;
  return new ScreenAuthorizer({
    ...{ authPageType, layerOptions, pageOptions, messages },
    place: () => placeOf(element),
    onInputComplete: (msgId) => {
      element.dispatchEvent(new LoginInputCompleteEvent(msgId));
    },
  });
};

const hostedPage = (element: YdrzLoginElement): HostedAuthorizer => {
  const { appId, authPageType, expandParams, testLine, version, pageOptions, messages } = element;
  return new HostedAuthorizer({
    ...{ appId, authPageType, expandParams, testLine, version, pageOptions },
    texts: { ...screenTexts(nearestLanguage(element)), ...messages },
    place: () => element.renderRoot,
  });
};

/** Everything that a login needs and a button does not: loaded at the first sign of intent. */
export const startLogin = (
  element: YdrzLoginElement,
  order: LoginOrder,
  signal: AbortSignal,
  observer: LoginObserver,
): Promise<TokenResult> => {
  const screen = element.pageSource === 'hosted' ? hostedPage(element) : localScreen(element);
  return runLogin(order, new ApplicationAuthorizer(element, screen), observer, signal);
};
