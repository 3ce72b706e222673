import { nearestLanguage } from '../locale/language.js';
import { screenTexts } from '../locale/screen-texts.js';
import { withOwnTexts } from '../locale/own-texts.js';
import { cleanSentence } from '../options/check-text.js';
import { HostedAuthorizer } from './hosted-authorizer.js';
import type { SettingsElement } from './settings-element.js';

/** What an element says about the hosted page, and where it stands. */
export type HostedHost = Element &
  Pick<
    SettingsElement,
    'authPageType' | 'expandParams' | 'testLine' | 'pageOptions' | 'messages' | 'renderRoot'
  >;

/** The hosted page as the element's attributes want it. */
export const hostedAuthorizerOf = (element: HostedHost): HostedAuthorizer => {
  const { authPageType, expandParams, testLine, pageOptions, messages } = element;
  return new HostedAuthorizer({
    ...{ authPageType, expandParams, testLine, pageOptions },
    texts: withOwnTexts(screenTexts(nearestLanguage(element)), messages, cleanSentence),
    place: () => element.renderRoot,
  });
};
