import { isOperator } from '../gateway/cm.js';
import { asAnswer, textAt, type Answer } from '../gateway/exchange.js';
import { untilEnded } from '../gateway/in-time.js';
import type { Operator, RetrievalParameters } from '../gateway/types.js';
import { authorizeNumber, MAX_ATTEMPTS } from './authorize-number.js';
import { tokenResult } from './buy-token.js';
import type { LoginParameters } from './credentials.js';
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

/** Call getTokenInfo, and authGetTokenByLayer where its layer stands in the page; answers its last success. */
export const askForToken = (
  official: AuthLogin,
  parameters: LoginParameters,
  { openType = '1', testLine }: LoginOrder,
  { onState }: LoginObserver,
  onInputComplete: (msgId: string) => void,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { traceId } = parameters;
    let layer: 'absent' | 'asking' | 'exchanging' = 'absent';
    let wrong = 0;
    const fail = (error: unknown) => {
      reject(officialError(error, traceId));
    };
    const submitLayer = () => {
      if (layer === 'exchanging') return;
      onState?.('exchanging', traceId);
      if (layer === 'absent') return;
      layer = 'exchanging';
      official.authGetTokenByLayer(
        (result) => {
          resolve(asAnswer(result));
        },
        (error) => {
          const { code } = officialError(error, traceId);
          if (code === '104012') wrong += 1;
          if (!MAY_GO_ON.has(code) || wrong === MAX_ATTEMPTS) {
            fail(error);
          } else {
            layer = 'asking';
            onState?.('authorizing', traceId);
          }
        },
      );
    };
    official.getTokenInfo({
      data: { ...parameters, openType, ...(testLine && { isTest: '0' }) },
      success(result) {
        const answer = asAnswer(result);
        if (textAt(answer, 'token') || textAt(answer, 'accessToken')) {
          resolve(answer);
        } else {
          layer = 'asking';
          onState?.('authorizing', traceId);
        }
      },
      error: fail,
      layerCallback() {
        onInputComplete(traceId);
        submitLayer();
      },
    });
  });

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
  const [accessToken, maskPhone, oper] = ['accessToken', 'maskPhone', 'oper'].map((key) =>
    textAt(answer, key),
  );
  const operator = oper && isOperator(oper) ? oper : 'CM';
  const retrieval = {
    ...{ operator, accessToken: accessToken ?? '', maskPhone: maskPhone ?? '', authLevel: '5' },
    ...{ authPageUrl: '', appName: '', agreements: [] },
  };
  const buy = async (maskVal: string): Promise<TokenResult> => {
    const bought = new Promise<Answer>((resolve, reject) => {
      official.authGetToken({
        data: {
          ...{ version, appId, traceId, expandParams, maskVal },
          ...{ accessToken: retrieval.accessToken, maskPhone: retrieval.maskPhone },
        },
        success(result) {
          resolve(asAnswer(result));
        },
        error(error) {
          reject(officialError(error, traceId));
        },
      });
    });
    return officialResult(await untilEnded(bought, signal), traceId, operator);
  };
  return authorizeNumber({ parameters, retrieval, pageOption: undefined }, authorizer, observer, signal, buy);
};
