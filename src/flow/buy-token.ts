import { YdrzError } from '../codes/ydrz-error.js';
import { innerError } from '../gateway/failures.js';
import { fetchToken } from '../gateway/token.js';
import { completeNumber } from './mask.js';
import type { Retrieved } from './retrieve-number.js';
import { ageOf } from './moment.js';
import { later } from './timestamp.js';
import type { TokenResult } from './types.js';

/** Milliseconds that a token lives. */
export const TOKEN_LIFETIME = 120_000;

/** The code of an accessToken that the service does not know, or no longer. */
const FORGOTTEN = '104007';

/**
 * What a login has in the end.
 *
 * @throws {YdrzError} 103005 for an empty token.
 */
export const tokenResult = ({
  message,
  token,
  userInformation,
  msgId,
  operator,
}: Omit<TokenResult, 'code' | 'expiresAt'>): TokenResult => {
  if (!token) throw innerError();
  const expiresAt = Date.now() + TOKEN_LIFETIME;
  return { code: '103000', message: message || '成功', token, userInformation, msgId, operator, expiresAt };
};

/**
 * Exchange a number for its token; `digits` are the hidden ones, empty at level 1, where the visible ones stand for the number
 * as the official script has it.
 *
 * @throws {YdrzError} in phase `token`.
 */
export const buyToken = async (
  retrieved: Retrieved,
  digits: string,
  signal: AbortSignal,
): Promise<TokenResult> => {
  const { wire, parameters, retrieval, since } = retrieved;
  const { authLevel, maskPhone } = retrieval;
  const { traceId, timestamp, userInformation } = parameters;
  const { token, message } = await fetchToken(
    wire,
    {
      ...parameters,
      timestamp: later(timestamp, ageOf(since)),
      accessToken: retrieval.accessToken,
      phone: authLevel === '1' ? maskPhone.replace(/\D/g, '') : completeNumber(maskPhone, digits),
    },
    signal,
  );
  return tokenResult({ token, message, userInformation, msgId: traceId, operator: retrieval.operator });
};

/**
 * Buy the token; a number that was prefetched, or has waited long for its user, and that the service has forgotten is retrieved
 * once more, unseen.
 */
export const buyFresh = async (
  retrieved: Retrieved,
  digits: string,
  renew: () => Promise<Retrieved>,
  signal: AbortSignal,
): Promise<TokenResult> => {
  try {
    return await buyToken(retrieved, digits, signal);
  } catch (error) {
    const isFresh = !retrieved.prefetched && ageOf(retrieved.since) < TOKEN_LIFETIME;
    if (isFresh || !isForgotten(error)) throw error;
    // Credentials that serve once are no way to another number.
    const fresh = await renew().catch(() => undefined);
    // Another SIM by now: what the user has filled in and agreed to is not for this number.
    if (fresh?.retrieval.maskPhone !== retrieved.retrieval.maskPhone) throw error;
    return buyToken(fresh, digits, signal);
  }
};

const isForgotten = (error: unknown): boolean => error instanceof YdrzError && error.code === FORGOTTEN;
