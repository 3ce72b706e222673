import { YdrzError } from '../codes/ydrz-error.js';
import { isOperator } from '../gateway/cm.js';
import { createWire, officialScriptUrl } from '../gateway/endpoints.js';
import { isAnswer, textAt, type Answer } from '../gateway/exchange.js';
import type { Operator, RetrievalParameters } from '../gateway/types.js';
import { obtainCredentials } from './credentials.js';
import { officialError } from './official-error.js';
import type { AuthLogin } from './official-interface.js';
import { loadOfficialScript } from './official-script.js';
import { attempt, authorizeNumber, MAX_ATTEMPTS, TOKEN_LIFETIME } from './run-login.js';
import type { Authorizer, LoginObserver, LoginOrder, TokenResult } from './types.js';
import { untilEnded } from './until-ended.js';

/** What the official script is loaded and told with, beside the order. */
export interface OfficialSettings {
  /** Address of the script; the service's own without it. */
  src: string;
  /** Subresource Integrity digests of the script. */
  integrity: string;
  /** Nonce for its script element. */
  nonce: string;
  /** The documented options of the custom popup and of the custom page: objects, or their JSON. */
  layerOptions: unknown;
  pageOptions: unknown;
  /** Id of the element that a layer without a mask is put into; `ydrzCustomControls` without it. */
  mount: string;
  /** The digits are complete and the agreement is ticked; told for the custom popup alone. */
  onInputComplete: (msgId: string) => void;
}

/** Wrong digits, digits missing, agreement not ticked: the layer stays, and the user may go on. */
const MAY_GO_ON: ReadonlySet<string> = new Set(['104012', '507', '508']);

/** Who uses a script at the moment: it ignores a second login while one runs, so that ours take turns. */
const turns = new WeakMap<AuthLogin, Promise<void>>();

const inTurn = async <T>(official: AuthLogin, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
  for (let turn; (turn = turns.get(official));) await untilEnded(turn, signal, 'retrieval');
  let passOn: () => void = () => undefined;
  const turn = new Promise<void>((resolve) => {
    passOn = resolve;
  });
  turns.set(official, turn);
  try {
    return await work();
  } finally {
    turns.delete(official);
    passOn();
  }
};

const objectFrom = (options: unknown): object => {
  const given: unknown = typeof options === 'string' && options.trim() ? JSON.parse(options) : options;
  return isAnswer(given) ? given : {};
};

/** Hand the element's options over, as documented before getTokenInfo. */
const initialise = (
  official: AuthLogin,
  authPageType: string,
  { layerOptions, pageOptions, mount }: OfficialSettings,
): void => {
  if (authPageType === '3') official.authPageInit(objectFrom(pageOptions));
  if (authPageType !== '2') return;
  const containerId = mount || 'ydrzCustomControls';
  const options = objectFrom(layerOptions);
  // Without a place in the page a layer can only float over it.
  const masked = document.getElementById(containerId)
    ? options
    : {
        ...options,
        maskStyle: { ...('maskStyle' in options && objectFrom(options.maskStyle)), ifShowMask: true },
      };
  official.CustomControlsInit(containerId, masked);
};

const tokenResult = (answer: Answer, msgId: string, operator: Operator | 'unknown'): TokenResult => {
  const token = textAt(answer, 'token');
  if (!token) throw new YdrzError({ code: '103005', message: 'inner error', phase: 'token', msgId });
  return {
    code: '103000',
    message: textAt(answer, 'message'),
    token,
    userInformation: textAt(answer, 'userInformation'),
    msgId,
    operator,
    expiresAt: Date.now() + TOKEN_LIFETIME,
  };
};

const asAnswer = (result: unknown): Answer => (isAnswer(result) ? result : {});

/** Call getTokenInfo, and authGetTokenByLayer where its layer stands in the page; answers its last success. */
const askForToken = (
  official: AuthLogin,
  parameters: Omit<RetrievalParameters, 'userInformation'>,
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
const authorizeOfficially = (
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
    return tokenResult(await untilEnded(bought, signal, 'token'), traceId, operator);
  };
  return authorizeNumber({ parameters, retrieval, pageOption: undefined }, authorizer, observer, signal, buy);
};

/**
 * A whole login by the official script, with the same outcome as {@link runLogin}. What the script does not tell is not
 * known: there are no hops but the credentials', the operator is `unknown` but at level 5, and the state goes from
 * `retrieving` to its end where the script shows a screen of its own.
 */
export const runOfficialLogin = (
  order: LoginOrder,
  settings: OfficialSettings,
  authorizer: Authorizer,
  observer: LoginObserver,
  signal: AbortSignal,
): Promise<TokenResult> =>
  attempt(order, observer, signal, async (watched) => {
    const { src, integrity, nonce, onInputComplete } = settings;
    const { gateway, onState } = { ...order, ...watched };
    try {
      onState?.('preparing', '');
      const script = { src: src || officialScriptUrl(order), integrity, nonce, gateway };
      const loading = loadOfficialScript(script, !src);
      // A failure is told when it is waited for, after the credentials.
      loading.catch(() => undefined);
      const wire = createWire({ ...order, onHop: observer.onHop });
      const credentials = await obtainCredentials(order.credentials, order.appId, wire, signal);
      const official = await untilEnded(loading, signal, 'credentials');
      const { sign, traceId, timestamp } = credentials;
      const parameters = {
        ...{ sign, traceId, timestamp },
        appId: credentials.appId ?? order.appId,
        version: credentials.version ?? order.version ?? '2.0',
        authPageType: order.authPageType ?? '0',
        expandParams: order.expandParams ?? '',
      };
      return await inTurn(official, signal, async () => {
        const end = () => {
          official.endGetToken();
        };
        signal.addEventListener('abort', end);
        try {
          onState?.('retrieving', traceId);
          initialise(official, parameters.authPageType, settings);
          const asked = askForToken(official, parameters, order, watched, onInputComplete);
          const answer = await untilEnded(asked, signal, 'authorization');
          if (!textAt(answer, 'accessToken')) return tokenResult(answer, traceId, 'unknown');
          const known = { ...parameters, userInformation: '' };
          return await authorizeOfficially(official, answer, known, authorizer, watched, signal);
        } finally {
          signal.removeEventListener('abort', end);
        }
      });
    } finally {
      authorizer.close();
    }
  });
