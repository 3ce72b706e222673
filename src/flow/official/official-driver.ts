import { YdrzError } from '../../codes/ydrz-error.js';
import { createWire, officialScriptUrl } from '../../gateway/endpoints.js';
import { throwIfEnded } from '../../gateway/failures.js';
import { attempt } from '../attempt.js';
import { obtainSigned, type LoginParameters } from '../credentials.js';
import { askForToken, authorizeOfficially, buyOfficially, officialResult } from './official-calls.js';
import type { AuthLogin } from './official-interface.js';
import { untilAnswered } from './official-patience.js';
import { CONTAINER, preparePlace, type OfficialPlace } from './official-place.js';
import { addressOf, isBusy, leaveBusy, loadOfficialScript, type OfficialScript } from './official-script.js';
import { OfficialTraces } from './official-traces.js';
import type { Authorizer, LoginObserver, LoginOrder, TokenResult } from '../types.js';
import { isFields, parseJson, textAt } from '../../incoming/fields.js';
import { untilEnded } from '../../incoming/in-time.js';

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

/** Whose turn it is: the script knows one login at a time, and its screens have one place on the page. */
let turn: Promise<void> | undefined;

const inTurn = async <T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
  while (turn) await untilEnded(turn, signal);
  const working = work();
  const passOn = () => {
    turn = undefined;
  };
  turn = working.then(passOn, passOn);
  return working;
};

/** Options as an object; none, with a warning, where they are neither an object nor its JSON, as on the native screens. */
const objectFrom = (options: unknown): object => {
  const given: unknown = typeof options === 'string' ? parseJson(options.trim() || '{}') : (options ?? {});
  if (isFields(given)) return given;
  console.warn('ydrz-elements: options must be an object or its JSON text; the defaults are used');
  return {};
};

/** Hand the element's options over, as documented before getTokenInfo. */
const initialise = (
  official: AuthLogin,
  authPageType: string,
  { layerOptions, pageOptions, mount }: OfficialSettings,
): OfficialPlace | undefined => {
  if (authPageType === '3') official.authPageInit(objectFrom(pageOptions));
  if (authPageType !== '2') return undefined;
  const options = objectFrom(layerOptions);
  const maskStyle = 'maskStyle' in options ? objectFrom(options.maskStyle) : {};
  // With a mask the layer floats over the page, and a place in it is nobody's.
  const masked = 'ifShowMask' in maskStyle && String(maskStyle.ifShowMask).trim() === 'true';
  const place = masked ? undefined : preparePlace(mount);
  const floating = { ...options, maskStyle: { ...maskStyle, ifShowMask: true } };
  official.CustomControlsInit(CONTAINER, place?.container ? options : floating);
  return place;
};

/** All that one login by the script is made of. */
interface OfficialLogin {
  order: LoginOrder;
  settings: OfficialSettings;
  script: OfficialScript;
  authorizer: Authorizer;
  observer: LoginObserver;
  signal: AbortSignal;
}

/** Let the script run one login: its options, its screen, its answer. */
const loginBy = async (
  official: AuthLogin,
  parameters: LoginParameters,
  { order, settings, script, authorizer, observer, signal }: OfficialLogin,
): Promise<TokenResult> => {
  const { traceId, authPageType } = parameters;
  observer.onState?.('retrieving', traceId);
  throwIfEnded(signal, 'retrieval');
  const place = initialise(official, authPageType, settings);
  const traces = new OfficialTraces(place?.container);
  // Once it has said all, the script has cleared up and takes the next login.
  const said = { all: false };
  try {
    const asked = askForToken(official, parameters, order, observer, settings.onInputComplete);
    const onAnswered = () => {
      said.all = true;
    };
    asked.then(onAnswered, (error: unknown) => {
      // What it throws by itself is no answer.
      said.all = error instanceof YdrzError;
    });
    const answer = await untilAnswered(asked, traces, addressOf(script.src), order, signal);
    if (!textAt(answer, 'accessToken')) return officialResult(answer, traceId, 'unknown');
    const buy = (maskVal: string) => {
      said.all = false;
      return buyOfficially(official, answer, { maskVal, parameters, order, signal, onAnswered });
    };
    return await authorizeOfficially(answer, parameters, authorizer, observer, signal, buy);
  } finally {
    if (!said.all) {
      try {
        official.endGetToken();
      } finally {
        traces.remove();
        leaveBusy(official, script);
      }
    }
    place?.leave();
  }
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
    const { src, integrity, nonce } = settings;
    try {
      watched.onState?.('preparing', '');
      const { gateway } = order;
      const script = { src: src || officialScriptUrl(order), integrity, nonce, gateway };
      const load = () => loadOfficialScript(script, !src);
      const loading = load();
      // A failure is told when it is waited for, after the credentials.
      loading.catch(() => undefined);
      const wire = createWire({ ...order, onHop: observer.onHop });
      const { parameters } = await obtainSigned(order, wire, signal);
      return await inTurn(signal, async () => {
        const loaded = await untilEnded(loading, signal);
        // The login before may have left it busy.
        const official = isBusy(loaded) ? await untilEnded(load(), signal) : loaded;
        const login = { order, settings, script, authorizer, observer: watched, signal };
        return loginBy(official, parameters, login);
      });
    } finally {
      authorizer.close();
    }
  });
