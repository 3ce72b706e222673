import type { Operator } from '../../gateway/types.js';
import { authorizeNumber } from '../authorize-number.js';
import { tokenResult } from '../buy-token.js';
import type { LoginParameters } from '../credentials.js';
import { level5Retrieval } from '../level5-retrieval.js';
import { officialError } from './official-error.js';
import type { AuthLogin } from './official-interface.js';
import { patiently } from './official-patience.js';
import type { Authorizer, LoginObserver, LoginOrder, TokenResult } from '../types.js';
import { asFields, textAt, type Fields } from '../../incoming/fields.js';

/** Digits missing, agreement not ticked, wrong digits where a script says so: the layer stays, and the user may go on. */
const MAY_GO_ON: ReadonlySet<string> = new Set(['104012', '507', '508']);

/** @throws {YdrzError} 103005 when the script calls it a success and gives no token. */
export const officialResult = (answer: Fields, msgId: string, operator: Operator | 'unknown'): TokenResult =>
  tokenResult({
    message: textAt(answer, 'message'),
    token: textAt(answer, 'token'),
    userInformation: textAt(answer, 'userInformation'),
    msgId,
    operator,
  });

/** What the script's authGetToken is asked for, and for how long. */
interface Purchase {
  /** The hidden digits. */
  maskVal: string;
  parameters: LoginParameters;
  order: LoginOrder;
  signal: AbortSignal;
  /** It has answered, one way or the other. */
  onAnswered: () => void;
}

/** What one call of the script comes to; `call` is given its callbacks. */
const answered = (
  traceId: string,
  call: (success: (result: unknown) => void, error: (error: unknown) => void) => void,
): Promise<Fields> =>
  new Promise((resolve, reject) => {
    call(
      (result) => {
        resolve(asFields(result));
      },
      (error) => {
        reject(officialError(error, traceId));
      },
    );
  });

/** Call getTokenInfo, and authGetTokenByLayer where its layer stands in the page; answers its last success. */
export const askForToken = (
  official: AuthLogin,
  parameters: LoginParameters,
  { testLine }: LoginOrder,
  { onState }: LoginObserver,
  onInputComplete: (msgId: string) => void,
): Promise<Fields> => {
  const { traceId } = parameters;
  let inPage = false;
  const askOnLayer = () => {
    inPage = true;
    onState?.('authorizing', traceId);
  };
  return answered(traceId, (succeed, fail) => {
    const submitLayer = () => {
      onState?.('exchanging', traceId);
      if (!inPage) return;
      // After wrong digits the script calls nothing until they are complete again, which is the next try.
      official.authGetTokenByLayer(succeed, (error) => {
        if (MAY_GO_ON.has(officialError(error, traceId).code)) askOnLayer();
        else fail(error);
      });
    };
    official.getTokenInfo({
      data: { ...parameters, openType: '1', ...(testLine && { isTest: '0' }) },
      success(result) {
        const answer = asFields(result);
        if (textAt(answer, 'token') || textAt(answer, 'accessToken')) succeed(answer);
        else askOnLayer();
      },
      error: fail,
      layerCallback() {
        onInputComplete(traceId);
        submitLayer();
      },
    });
  });
};

/** Level 5: get the token by the script, for the digits that the authorizer has asked for. */
export const buyOfficially = async (
  official: AuthLogin,
  answer: Fields,
  { maskVal, parameters, order, signal, onAnswered }: Purchase,
): Promise<TokenResult> => {
  const { version, appId, traceId, expandParams } = parameters;
  const { accessToken, maskPhone, operator } = level5Retrieval(answer);
  const data = { version, appId, traceId, expandParams, accessToken, maskPhone, maskVal };
  const bought = answered(traceId, (success, error) => {
    official.authGetToken({ data, success, error });
  });
  bought.then(onAnswered, onAnswered);
  return officialResult(await patiently(bought, 'token', order, signal), traceId, operator);
};

/** Level 5: the official script shows nothing, so that the authorizer asks; `buy` has the script get the token. */
export const authorizeOfficially = (
  answer: Fields,
  parameters: LoginParameters,
  authorizer: Authorizer,
  observer: LoginObserver,
  signal: AbortSignal,
  buy: (digits: string) => Promise<TokenResult>,
): Promise<TokenResult> => {
  const retrieved = {
    parameters: { ...parameters, userInformation: '' },
    retrieval: level5Retrieval(answer),
    pageOption: undefined,
  };
  return authorizeNumber(retrieved, authorizer, observer, signal, buy);
};
