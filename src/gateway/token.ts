import { YdrzError } from '../codes/ydrz-error.js';
import { digest } from './digest.js';
import { answerAt, exchange, resultCode, textAt } from './exchange.js';
import { SUCCESS } from './retrieval-answer.js';
import { innerError, throwIfEnded } from './failures.js';
import { serviceHeaders } from './service-headers.js';
import type { Wire } from './types.js';

export interface TokenParameters {
  appId: string;
  traceId: string;
  /** 17 digits, `yyyyMMddHHmmssSSS`. */
  timestamp: string;
  accessToken: string;
  /** The full number; empty at level 1, where the page never learns it. Only its MD5 leaves the page. */
  phone: string;
  userInformation: string;
  expandParams: string;
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
): Promise<string> => {
  const { traceId, accessToken, phone, userInformation, expandParams } = parameters;
  const answer = await exchange(
    wire,
    {
      name: 'token',
      phase: 'token',
      url: wire.url('token'),
      headers: { ...serviceHeaders(parameters), 'Content-Type': 'application/json' },
      body: { accessToken, phone: phone && digest(phone), userInformation, expandParams },
    },
    signal,
  ).catch((error: unknown) => {
    throwIfEnded(signal, 'token');
    throw innerError(error instanceof YdrzError ? error.cause : error);
  });
  const code = resultCode(answer);
  const token = textAt(answerAt(answer, 'data'), 'token');
  if (!code || (code === SUCCESS && !token)) throw innerError(new TypeError('The answer has no token'));
  if (code !== SUCCESS) {
    throw new YdrzError({ code, message: textAt(answer, 'desc'), phase: 'token', msgId: traceId });
  }
  return token;
};
