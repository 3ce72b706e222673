import { attempt } from './attempt.js';
import { authorizeNumber } from './authorize-number.js';
import { buyFresh } from './buy-token.js';
import { retrieveNumber, type ObtainNumber } from './retrieve-number.js';
import type { Authorizer, LoginObserver, LoginOrder, TokenResult } from './types.js';

/**
 * A whole login: credentials, retrieval, authorization, token.
 *
 * It ends exactly once: with a token result, or as {@link attempt} says. Aborting the signal ends it with 503, as
 * `endGetToken` does. The authorizer is closed in every case.
 */
export const runLogin = (
  order: LoginOrder,
  authorizer: Authorizer,
  observer: LoginObserver,
  signal: AbortSignal,
  obtainNumber: ObtainNumber = retrieveNumber,
): Promise<TokenResult> =>
  attempt(order, observer, signal, async (watched) => {
    try {
      const retrieved = await obtainNumber(order, watched, signal);
      const renew = () => retrieveNumber(order, { onHop: observer.onHop }, signal);
      try {
        return await authorizeNumber(retrieved, authorizer, watched, signal, (digits) =>
          buyFresh(retrieved, digits, renew, signal),
        );
      } finally {
        retrieved.dropPageOption?.();
        // Its hop is told before the login's end, not after it.
        await retrieved.pageOption;
      }
    } finally {
      authorizer.close();
    }
  });
