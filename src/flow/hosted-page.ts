import { YdrzError } from '../codes/ydrz-error.js';
import { networkError } from '../codes/network-error.js';
import { SUCCESS } from '../gateway/retrieval-answer.js';
import { secureUrl } from '../gateway/script-url.js';
import type { Authorization, AuthorizationAnswer } from './types.js';
import { asFields, parseJson, textAt } from '../incoming/fields.js';

/** What the hosted page's address says beside the authorization itself. */
export interface HostedPageSettings {
  authPageType: string;
  expandParams?: string | undefined;
  testLine: boolean;
}

/** The build of the official script whose addresses these are. */
const BUILD = '20211103';

/** What would end a value or the whole query is encoded; all else stands as it is, as the official script puts it. */
const raw = (value: string): string => value.replace(/[#&]/g, encodeURIComponent);

/**
 * The address of the service's own authorization page for one login, in the form and order of the official script: the page
 * reads its values as they stand, and `userInformation` is percent-encoded by nature.
 *
 * @throws {YdrzError} 500 when the service gave no https address (http on loopback).
 */
export const hostedPageUrl = (
  { appId, msgId, maskPhone, operator, authLevel, appName, userInformation, retrieval }: Authorization,
  { authPageType, expandParams = '', testLine }: HostedPageSettings,
): URL => {
  const parameters = {
    traceId: msgId,
    accessToken: retrieval.accessToken,
    maskPhone,
    authLevel,
    authName: appName,
    userInformation,
    appId,
    expandParams,
    isTest: testLine ? '0' : '1',
    oper: operator,
    from: location.origin,
    authPageType,
    v: BUILD,
  };
  const { authPageUrl } = retrieval;
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${raw(value)}`);
  return parse(`${authPageUrl}${authPageUrl.includes('?') ? '&' : '?'}${query.join('&')}`);
};

const parse = (address: string): URL => {
  try {
    return secureUrl(address);
  } catch (cause) {
    throw networkError('authorization', cause);
  }
};

/**
 * What a message of the hosted page means; undefined for anything that is not its result.
 *
 * @throws {YdrzError} the error that the hosted page ended with.
 */
export const hostedPageResult = (data: unknown): AuthorizationAnswer | undefined => {
  const message = asFields(typeof data === 'string' ? parseJson(data) : data);
  const code = textAt(message, 'code') || textAt(message, 'resultCode');
  const token = textAt(message, 'token');
  if (code === SUCCESS && token) {
    const userInformation = textAt(message, 'userInformation');
    const words = textAt(message, 'message');
    return {
      ...{ kind: 'token', token },
      ...(words && { message: words }),
      ...(userInformation && { userInformation }),
    };
  }
  if (!code || code === SUCCESS) return undefined;
  if (code === '501') return { kind: 'cancelled' };
  throw new YdrzError({ code, message: textAt(message, 'message'), phase: 'token' });
};
