import { runOfficialLogin } from '../flow/official/official-driver.js';
import type { Authorizer, LoginObserver, LoginOrder, TokenResult } from '../flow/types.js';
import type { SettingsElement } from './settings-element.js';

/** What an element says about the official script, beside the order. */
export type OfficialHost = Pick<
  SettingsElement,
  'officialSrc' | 'officialIntegrity' | 'nonce' | 'layerOptions' | 'pageOptions' | 'mount'
>;

/** Run one login on the element's behalf by the official script; see {@link runOfficialLogin}. */
export const startOfficial = (
  element: OfficialHost,
  order: LoginOrder,
  authorizer: Authorizer,
  observer: LoginObserver,
  onInputComplete: (msgId: string) => void,
  signal: AbortSignal,
): Promise<TokenResult> => {
  const { officialSrc: src, officialIntegrity: integrity, nonce, layerOptions, pageOptions, mount } = element;
  const settings = { src, integrity, nonce, layerOptions, pageOptions, mount, onInputComplete };
  return runOfficialLogin(order, settings, authorizer, observer, signal);
};
