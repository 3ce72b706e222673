import { YdrzError } from '../codes/ydrz-error.js';
import { digest } from './digest.js';
import { exchange, resultCode } from './exchange.js';
import { SUCCESS } from './retrieval-answer.js';
import { innerError, throwIfEnded } from './failures.js';
import { serviceHeaders } from './service-headers.js';
import type { Wire } from './types.js';
import { fieldsAt, textAt } from '../incoming/fields.js';

export interface TokenParameters {
  appId: string;
  /** The page's interface version, such as `2.0`. */
  version: string;
  traceId: string;
  /** 17 digits, `yyyyMMddHHmmssSSS`. */
  timestamp: string;
  accessToken: string;
  /** The full number; at level 1, where the page never learns it, its visible digits. Only the MD5 leaves the page. */
  phone: string;
  userInformation: string;
  /** Absent where the page gives none. */
  expandParams?: string | undefined;
}

/** A token, with the service's own words. */
export interface BoughtToken {
  token: string;
  message: string;
}

/**
 * Buy a token for a number that the user has confirmed.
 *
 * @throws {YdrzError} the service's code; 103005 when it did not answer; 503 when the login was ended.
 */
export const fetchToken = async (
  wire: Wire,
  parameters: TokenParameters,
  signal: AbortSignal,
): Promise<BoughtToken> => {
  const { version, traceId, accessToken, phone, userInformation, expandParams } = parameters;
  const answer = await exchange(
    wire,
    {
      name: 'token',
      phase: 'token',
      url: wire.url('token'),
      headers: { ...serviceHeaders(parameters, version), 'Content-Type': 'application/json' },
      body: { accessToken, phone: phone && digest(phone), userInformation, expandParams },
    },
    signal,
  ).catch((error: unknown) => {
    throwIfEnded(signal, 'token');
    throw innerError(error instanceof YdrzError ? error.cause : error);
  });
  const code = resultCode(answer);
  const token = textAt(fieldsAt(answer, 'data'), 'token');
  if (!code || (code === SUCCESS && !token)) throw innerError(new TypeError('The answer has no token'));
  const message = textAt(answer, 'desc');
  if (code !== SUCCESS) throw new YdrzError({ code, message, phase: 'token', msgId: traceId });
  return { token, message };
};
