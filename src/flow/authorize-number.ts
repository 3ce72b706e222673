import { YdrzError } from '../codes/ydrz-error.js';
import { throwIfEnded } from '../gateway/failures.js';
import type { Retrieval } from '../gateway/types.js';
import { CARRIER_AGREEMENTS } from '../locale/carrier-agreements.js';
import { tokenResult } from './buy-token.js';
import { completeNumber } from './mask.js';
import type { Retrieved } from './retrieve-number.js';
import type { Authorization, AuthorizationAnswer, Authorizer, LoginObserver, TokenResult } from './types.js';
import { untilEnded } from '../incoming/in-time.js';

/** How often a user may try to complete the number; the service locks it after that many wrong tries. */
export const MAX_ATTEMPTS = 3;

/** The code of wrong digits, the one refusal after which the user is asked again. */
const WRONG_DIGITS = '104012';

/** @throws {YdrzError} 501 cancelled, 508 not agreed to, 507 digits that do not fill the mask. */
const checkConsent = (
  answer: AuthorizationAnswer,
  { maskPhone, authLevel }: Retrieval,
): Exclude<AuthorizationAnswer, { kind: 'cancelled' }> => {
  const refuse = (code: string, message: string) => new YdrzError({ code, message, phase: 'authorization' });
  if (answer.kind === 'cancelled') throw refuse('501', '用户取消授权');
  if (answer.kind === 'digits') {
    if (!answer.agreed) throw refuse('508', '用户未勾选协议');
    if (authLevel !== '1' && !completeNumber(maskPhone, answer.digits)) {
      throw refuse('507', '用户未补齐4位号码');
    }
  }
  return answer;
};

/**
 * The second half of a login: ask the user, up to three times as a rule, and get the token.
 *
 * @param buy gets the token for the hidden digits.
 * @throws {YdrzError} in phase `authorization` or `token`.
 */
export const authorizeNumber = async (
  retrieved: Pick<Retrieved, 'parameters' | 'retrieval' | 'pageOption'>,
  authorizer: Authorizer,
  { onState }: LoginObserver,
  signal: AbortSignal,
  buy: (digits: string) => Promise<TokenResult>,
): Promise<TokenResult> => {
  const { parameters, retrieval } = retrieved;
  const { appId, traceId: msgId, userInformation } = parameters;
  const { maskPhone, operator, authLevel, appName } = retrieval;
  let refusal: Authorization['refusal'];

  for (let attemptsLeft = MAX_ATTEMPTS; ; attemptsLeft = Math.max(attemptsLeft - 1, 0)) {
    throwIfEnded(signal, 'authorization');
    onState?.('authorizing', msgId);
    const agreements = [CARRIER_AGREEMENTS[operator], ...retrieval.agreements];
    const authorization: Authorization = {
      ...{ appId, msgId, maskPhone, operator, authLevel, appName, agreements },
      ...{ attemptsLeft, retrieval, userInformation },
      ...(retrieved.pageOption && { pageOption: retrieved.pageOption }),
      ...(refusal && { refusal }),
    };
    // Whoever heard that the user is to be asked may have ended the login.
    throwIfEnded(signal, 'authorization');
    const asked = authorizer.authorize(authorization, signal);
    const answer = checkConsent(await untilEnded(asked, signal), retrieval);
    if (answer.kind === 'token') {
      const { token, message = '', userInformation: fingerprint = userInformation } = answer;
      return tokenResult({ token, message, userInformation: fingerprint, msgId, operator });
    }

    onState?.('exchanging', msgId);
    try {
      return await buy(answer.digits);
    } catch (error) {
      if (!(error instanceof YdrzError) || error.code !== WRONG_DIGITS) throw error;
      if (attemptsLeft === 1 && !authorizer.untilLocked) throw error;
      refusal = { code: error.code, message: error.message };
    }
  }
};
