import type { LoginOrder } from '../flow/types.js';
import { nearestLanguage } from '../locale/language.js';
import type { YdrzLoginElement } from './login-element.js';

/** The login that an element asks for as it stands now. */
export const orderOf = (element: YdrzLoginElement): LoginOrder => {
  const { appId, version, authPageType, openType, expandParams, jsonp, jsonpHosts, nonce } = element;
  const { gateway, testLine, timeout } = element;
  return {
    ...{ appId, version, authPageType, openType, expandParams, jsonp, jsonpHosts, nonce },
    ...{ gateway, testLine, timeout },
    credentials: element.credentials ?? element.credentialsUrl,
    language: nearestLanguage(element),
  };
};
