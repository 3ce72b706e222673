import { runOfficialLogin } from '../flow/official-driver.js';
import type { Authorizer, LoginObserver, LoginOrder, TokenResult } from '../flow/types.js';
import { LoginInputCompleteEvent } from './login-events.js';
import type { YdrzLoginElement } from './login-element.js';

/** Run one login on the element's behalf by the official script; see {@link runOfficialLogin}. */
export const startOfficial = (
  element: YdrzLoginElement,
  order: LoginOrder,
  authorizer: Authorizer,
  observer: LoginObserver,
  signal: AbortSignal,
): Promise<TokenResult> => {
  const { officialSrc: src, officialIntegrity: integrity, nonce, layerOptions, pageOptions, mount } = element;
  const onInputComplete = (msgId: string) => {
    element.dispatchEvent(new LoginInputCompleteEvent(msgId));
  };
  const settings = { src, integrity, nonce, layerOptions, pageOptions, mount, onInputComplete };
  return runOfficialLogin(order, settings, authorizer, observer, signal);
};
