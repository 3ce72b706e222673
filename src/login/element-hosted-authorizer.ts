import { nearestLanguage } from '../locale/language.js';
import { screenTexts } from '../locale/screen-texts.js';
import { HostedAuthorizer } from './hosted-authorizer.js';
import type { YdrzLoginElement } from './login-element.js';

/** The hosted page as the element's attributes want it. */
export const hostedAuthorizerOf = (element: YdrzLoginElement): HostedAuthorizer => {
  const { appId, authPageType, expandParams, testLine, version, pageOptions, messages } = element;
  return new HostedAuthorizer({
    ...{ appId, authPageType, expandParams, testLine, version, pageOptions },
    texts: { ...screenTexts(nearestLanguage(element)), ...messages },
    place: () => element.renderRoot,
  });
};
