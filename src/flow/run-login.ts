import { hintFor } from '../codes/hints.js';
import { YdrzError, type Phase } from '../codes/ydrz-error.js';
import { createWire } from '../gateway/endpoints.js';
import { endedError, throwIfEnded } from '../gateway/failures.js';
import { fetchPageOption } from '../gateway/page-option.js';
import { fetchToken } from '../gateway/token.js';
import type { Retrieval, RetrievalParameters, Wire } from '../gateway/types.js';
import { userInformation } from '../gateway/user-information.js';
import { CARRIER_AGREEMENTS } from '../locale/carrier-agreements.js';
import { obtainCredentials } from './credentials.js';
import { completeNumber } from './mask.js';
import { retrieve } from './retrieve.js';
import { scriptRules } from './script-rules.js';
import { later } from './timestamp.js';
import { untilEnded } from './until-ended.js';
import type {
  Authorization,
  AuthorizationAnswer,
  Authorizer,
  LoginObserver,
  LoginOrder,
  RunningState,
  TokenResult,
} from './types.js';

/** How often a user may try to complete the number; the service locks it after that many wrong tries. */
export const MAX_ATTEMPTS = 3;

/** Milliseconds that a token lives. */
export const TOKEN_LIFETIME = 120_000;

/** The authPageType whose look is set at the service. */
const STANDARD_POPUP = '1';

/** The code of an accessToken that the service does not know, or no longer. */
const FORGOTTEN = '104007';

/** The code of wrong digits, the one refusal after which the user is asked again. */
const WRONG_DIGITS = '104012';

/** A number that was retrieved, with everything that the rest of its login needs. */
export interface Retrieved {
  wire: Wire;
  parameters: RetrievalParameters;
  retrieval: Retrieval;
  /** The standard popup's look, on its way; undefined for every other presentation. */
  pageOption: Promise<object | undefined> | undefined;
  /** Stops fetching the look, for a login that ends before it has come. */
  dropPageOption?: (() => void) | undefined;
  /** It was retrieved before the click, so that the service may have forgotten it by now. */
  prefetched?: boolean;
  /** When the credentials came, on the page's own clock in milliseconds. */
  since: number;
}

const PHASE_OF: Record<RunningState, Phase> = {
  preparing: 'credentials',
  retrieving: 'retrieval',
  authorizing: 'authorization',
  exchanging: 'token',
};

/** Fetch the popup's look beside the retrieval, never in its way: a failure leaves the defaults. */
const lookUp = (wire: Wire, parameters: RetrievalParameters, signal: AbortSignal) => {
  const controller = new AbortController();
  const drop = () => {
    controller.abort();
  };
  signal.addEventListener('abort', drop);
  const pageOption = fetchPageOption(wire, parameters, controller.signal)
    .catch(() => undefined)
    .finally(() => {
      signal.removeEventListener('abort', drop);
    });
  return { pageOption, drop };
};

/**
 * The first half of a login: credentials, then retrieval. A prefetch is this half, made before the click.
 *
 * @throws {YdrzError} in phase `credentials` or `retrieval`.
 */
export const retrieveNumber = async (
  order: LoginOrder,
  { onState, onHop }: LoginObserver,
  signal: AbortSignal,
): Promise<Retrieved> => {
  const wire = createWire({ ...order, scripts: scriptRules(order), onHop });
  onState?.('preparing', '');
  const credentials = await obtainCredentials(order.credentials, order.appId, wire, signal);
  const since = performance.now();
  const parameters: RetrievalParameters = {
    appId: credentials.appId ?? order.appId,
    version: credentials.version ?? order.version ?? '2.0',
    traceId: credentials.traceId,
    timestamp: credentials.timestamp,
    sign: credentials.sign,
    authPageType: order.authPageType ?? '0',
    expandParams: order.expandParams ?? '',
    userInformation: userInformation(),
  };
  onState?.('retrieving', parameters.traceId);
  const look = parameters.authPageType === STANDARD_POPUP ? lookUp(wire, parameters, signal) : undefined;
  try {
    const retrieval = await retrieve(wire, parameters, order.openType ?? '1', signal);
    const { pageOption, drop: dropPageOption } = look ?? {};
    return { wire, parameters, retrieval, pageOption, dropPageOption, since };
  } catch (error) {
    look?.drop();
    throw error;
  }
};

/**
 * Exchange a number for its token; `digits` are the hidden ones, empty at level 1.
 *
 * @throws {YdrzError} in phase `token`.
 */
export const buyToken = async (
  retrieved: Retrieved,
  digits: string,
  signal: AbortSignal,
): Promise<TokenResult> => {
  const { wire, parameters, retrieval, since } = retrieved;
  const { appId, traceId, timestamp, userInformation, expandParams } = parameters;
  const token = await fetchToken(
    wire,
    {
      appId,
      traceId,
      timestamp: later(timestamp, performance.now() - since),
      accessToken: retrieval.accessToken,
      phone: retrieval.authLevel === '1' ? '' : completeNumber(retrieval.maskPhone, digits),
      userInformation,
      expandParams,
    },
    signal,
  );
  return tokenResult(retrieved, token);
};

const tokenResult = (
  { parameters, retrieval }: Pick<Retrieved, 'parameters' | 'retrieval'>,
  token: string,
  fingerprint = parameters.userInformation,
): TokenResult => ({
  code: '103000',
  message: 'token获取成功',
  token,
  userInformation: fingerprint,
  msgId: parameters.traceId,
  operator: retrieval.operator,
  expiresAt: Date.now() + TOKEN_LIFETIME,
});

/** @throws {YdrzError} 501 cancelled, 508 not agreed to, 507 digits that do not fill the mask, 103005 an empty token. */
const checkConsent = (
  answer: AuthorizationAnswer,
  { maskPhone, authLevel }: Retrieval,
): Exclude<AuthorizationAnswer, { kind: 'cancelled' }> => {
  const refuse = (code: string, message: string) => new YdrzError({ code, message, phase: 'authorization' });
  if (answer.kind === 'cancelled') throw refuse('501', '用户取消授权');
  if (answer.kind === 'digits') {
    if (!answer.agreed) throw refuse('508', '请先阅读并同意协议');
    if (authLevel !== '1' && !completeNumber(maskPhone, answer.digits)) {
      throw refuse('507', '请先补全手机号码');
    }
  }
  if (answer.kind === 'token' && !answer.token) {
    throw new YdrzError({ code: '103005', message: 'inner error', phase: 'token' });
  }
  return answer;
};

/** Buy the token; a prefetched number that the service has forgotten is retrieved once more, unseen. */
const buyFresh = async (
  retrieved: Retrieved,
  digits: string,
  renew: () => Promise<Retrieved>,
  signal: AbortSignal,
): Promise<TokenResult> => {
  try {
    return await buyToken(retrieved, digits, signal);
  } catch (error) {
    if (!retrieved.prefetched || codeOf(error) !== FORGOTTEN) throw error;
    const fresh = await renew();
    // Another SIM by now: what the user has filled in and agreed to is not for this number.
    if (fresh.retrieval.maskPhone !== retrieved.retrieval.maskPhone) throw error;
    return buyToken(fresh, digits, signal);
  }
};

const codeOf = (error: unknown): string => (error instanceof YdrzError ? error.code : '');

/**
 * The second half of a login: ask the user, up to three times, and get the token.
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
  const { traceId: msgId, userInformation } = parameters;
  const { maskPhone, operator, authLevel, appName } = retrieval;
  let refusal: Authorization['refusal'];

  for (let attemptsLeft = MAX_ATTEMPTS; ; attemptsLeft--) {
    onState?.('authorizing', msgId);
    const agreements = [CARRIER_AGREEMENTS[operator], ...retrieval.agreements];
    const authorization: Authorization = {
      ...{ msgId, maskPhone, operator, authLevel, appName, agreements },
      ...{ attemptsLeft, retrieval, userInformation },
      ...(retrieved.pageOption && { pageOption: retrieved.pageOption }),
      ...(refusal && { refusal }),
    };
    const asked = authorizer.authorize(authorization, signal);
    const answer = checkConsent(await untilEnded(asked, signal, 'authorization'), retrieval);
    if (answer.kind === 'token') return tokenResult(retrieved, answer.token, answer.userInformation);

    onState?.('exchanging', msgId);
    try {
      return await buy(answer.digits);
    } catch (error) {
      if (!(error instanceof YdrzError) || error.code !== WRONG_DIGITS || attemptsLeft === 1) throw error;
      refusal = { code: error.code, message: error.message };
    }
  }
};

/** How the first half of a login is had; a prefetch brings its own. */
export type ObtainNumber = typeof retrieveNumber;

/**
 * Do a login, or a part of one, so that it fails with nothing but a {@link YdrzError} that has its phase, msgId and
 * hint. Aborting the signal makes it fail with 503, whatever it was doing.
 */
export const attempt = async <T>(
  order: LoginOrder,
  observer: LoginObserver,
  signal: AbortSignal,
  work: (watched: LoginObserver) => Promise<T>,
): Promise<T> => {
  let state: RunningState = 'preparing';
  let msgId = '';
  try {
    return await work({
      ...observer,
      onState(next, id) {
        state = next;
        msgId = id;
        observer.onState?.(next, id);
      },
    });
  } catch (cause) {
    throw complete(signal.aborted ? endedError(PHASE_OF[state]) : cause, PHASE_OF[state], msgId, order);
  }
};

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
      throwIfEnded(signal, 'retrieval');
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

/** Whatever went wrong, as the one error of the login, with what only the flow knows. */
const complete = (cause: unknown, phase: Phase, msgId: string, { language }: LoginOrder): YdrzError => {
  const known = cause instanceof YdrzError;
  const { code, message } = known ? cause : { code: '500', message: '网络异常，请检查网络设置' };
  const { YDData, CTData, CUData } = known ? cause : {};
  const error = new YdrzError({
    code,
    message,
    phase: known ? cause.phase : phase,
    msgId: (known && cause.msgId) || msgId,
    ...(YDData && CTData && CUData && { carriers: { YDData, CTData, CUData } }),
    cause: known ? cause.cause : cause,
  });
  error.hint = hintFor(error, language);
  return error;
};
