import { createWire, officialScriptUrl } from '../gateway/endpoints.js';
import { isAnswer, parseJson, textAt } from '../gateway/exchange.js';
import { untilEnded } from '../gateway/in-time.js';
import { attempt } from './attempt.js';
import { obtainSigned } from './credentials.js';
import { askForToken, authorizeOfficially, officialResult } from './official-calls.js';
import type { AuthLogin } from './official-interface.js';
import { loadOfficialScript } from './official-script.js';
import type { Authorizer, LoginObserver, LoginOrder, TokenResult } from './types.js';

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

/** Who uses a script at the moment: it ignores a second login while one runs, so that ours take turns. */
const turns = new WeakMap<AuthLogin, Promise<void>>();

const inTurn = async <T>(official: AuthLogin, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
  for (let turn; (turn = turns.get(official));) await untilEnded(turn, signal);
  const working = work();
  const passOn = () => {
    turns.delete(official);
  };
  turns.set(official, working.then(passOn, passOn));
  return working;
};

/** Options as an object; none, with a warning, where they are neither an object nor its JSON, as on the native screens. */
const objectFrom = (options: unknown): object => {
  const given: unknown = typeof options === 'string' ? parseJson(options.trim() || '{}') : (options ?? {});
  if (isAnswer(given)) return given;
  console.warn('ydrz-elements: options must be an object or its JSON text; the defaults are used');
  return {};
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
      const { parameters } = await obtainSigned(order, wire, signal);
      const official = await untilEnded(loading, signal);
      const { traceId, authPageType } = parameters;
      return await inTurn(official, signal, async () => {
        const end = () => {
          official.endGetToken();
        };
        signal.addEventListener('abort', end);
        try {
          onState?.('retrieving', traceId);
          initialise(official, authPageType, settings);
          const asked = askForToken(official, parameters, order, watched, onInputComplete);
          const answer = await untilEnded(asked, signal);
          if (!textAt(answer, 'accessToken')) return officialResult(answer, traceId, 'unknown');
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
