import { YdrzError } from '../codes/ydrz-error.js';
import { asAnswer, parseJson, textAt } from '../gateway/exchange.js';
import { networkError } from '../gateway/failures.js';
import { SUCCESS } from '../gateway/retrieval-answer.js';
import { secureUrl } from '../gateway/script-url.js';
import type { Authorization, AuthorizationAnswer } from './types.js';

/** What the hosted page's address says beside the authorization itself. */
export interface HostedPageSettings {
  appId: string;
  authPageType: string;
  expandParams: string;
  testLine: boolean;
  version: string;
}

/**
 * The address of the service's own authorization page for one login.
 *
 * @throws {YdrzError} 500 when the service gave no https address (http on loopback).
 */
export const hostedPageUrl = (
  { msgId, maskPhone, operator, authLevel, appName, userInformation, retrieval }: Authorization,
  { appId, authPageType, expandParams, testLine, version }: HostedPageSettings,
): URL => {
  const url = parse(retrieval.authPageUrl);
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
    v: version,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
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
  const message = asAnswer(typeof data === 'string' ? parseJson(data) : data);
  const code = textAt(message, 'code') || textAt(message, 'resultCode');
  const token = textAt(message, 'token');
  if (code === SUCCESS && token) {
    const userInformation = textAt(message, 'userInformation');
    return { kind: 'token', token, ...(userInformation && { userInformation }) };
  }
  if (!code || code === SUCCESS) return undefined;
  if (code === '501') return { kind: 'cancelled' };
  throw new YdrzError({ code, message: textAt(message, 'message'), phase: 'token' });
};
