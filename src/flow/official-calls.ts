import { asAnswer, textAt, type Answer } from '../gateway/exchange.js';
import { untilEnded } from '../gateway/in-time.js';
import type { Operator, RetrievalParameters } from '../gateway/types.js';
import { authorizeNumber, MAX_ATTEMPTS } from './authorize-number.js';
import { tokenResult } from './buy-token.js';
import type { LoginParameters } from './credentials.js';
import { level5Retrieval } from './level5-retrieval.js';
import { officialError } from './official-error.js';
import type { AuthLogin } from './official-interface.js';
import type { Authorizer, LoginObserver, LoginOrder, TokenResult } from './types.js';

/** Wrong digits, digits missing, agreement not ticked: the layer stays, and the user may go on. */
const MAY_GO_ON: ReadonlySet<string> = new Set(['104012', '507', '508']);

/** @throws {YdrzError} 103005 when the script calls it a success and gives no token. */
export const officialResult = (answer: Answer, msgId: string, operator: Operator | 'unknown'): TokenResult =>
  tokenResult({
    message: textAt(answer, 'message'),
    token: textAt(answer, 'token'),
    userInformation: textAt(answer, 'userInformation'),
    msgId,
    operator,
  });

/** What one call of the script comes to; `call` is given its callbacks. */
const answered = (
  traceId: string,
  call: (success: (result: unknown) => void, error: (error: unknown) => void) => void,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    call(
      (result) => {
        resolve(asAnswer(result));
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
  { openType = '1', testLine }: LoginOrder,
  { onState }: LoginObserver,
  onInputComplete: (msgId: string) => void,
): Promise<Answer> => {
  const { traceId } = parameters;
  let layer: 'absent' | 'asking' | 'exchanging' = 'absent';
  let wrong = 0;
  const askOnLayer = () => {
    layer = 'asking';
    onState?.('authorizing', traceId);
  };
  return answered(traceId, (succeed, fail) => {
    const submitLayer = () => {
      if (layer === 'exchanging') return;
      onState?.('exchanging', traceId);
      if (layer === 'absent') return;
      layer = 'exchanging';
      official.authGetTokenByLayer(succeed, (error) => {
        const { code } = officialError(error, traceId);
        if (code === '104012') wrong += 1;
        if (!MAY_GO_ON.has(code) || wrong === MAX_ATTEMPTS) fail(error);
        else askOnLayer();
      });
    };
    official.getTokenInfo({
      data: { ...parameters, openType, ...(testLine && { isTest: '0' }) },
      success(result) {
        const answer = asAnswer(result);
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

/** Level 5: the official script shows nothing, so that the authorizer asks, and the script gets the token. */
export const authorizeOfficially = (
  official: AuthLogin,
  answer: Answer,
  parameters: RetrievalParameters,
  authorizer: Authorizer,
  observer: LoginObserver,
  signal: AbortSignal,
): Promise<TokenResult> => {
  const { version, appId, traceId, expandParams } = parameters;
  const retrieval = level5Retrieval(answer);
  const { accessToken, maskPhone, operator } = retrieval;
  const buy = async (maskVal: string): Promise<TokenResult> => {
    const data = { version, appId, traceId, expandParams, accessToken, maskPhone, maskVal };
    const bought = answered(traceId, (success, error) => {
      official.authGetToken({ data, success, error });
    });
    return officialResult(await untilEnded(bought, signal), traceId, operator);
  };
  return authorizeNumber({ parameters, retrieval, pageOption: undefined }, authorizer, observer, signal, buy);
};
