import { createWire } from '../gateway/endpoints.js';
import { fetchPageOption } from '../gateway/page-option.js';
import type { Retrieval, RetrievalParameters, Wire } from '../gateway/types.js';
import { userInformation } from '../gateway/user-information.js';
import { obtainSigned, type ObtainSigned } from './credentials.js';
import type { Moment } from './moment.js';
import { retrieve } from './retrieve.js';
import { scriptRules } from './script-rules.js';
import type { LoginObserver, LoginOrder } from './types.js';

/** The popups, of which something is set at the service: the whole look of the standard one, the business's name for both. */
const POPUPS: ReadonlySet<string> = new Set(['1', '2']);

/** The level at which no screen is shown, and so no look is needed. */
const NO_SCREEN = '5';

/** A number that was retrieved, with everything that the rest of its login needs. */
export interface Retrieved {
  wire: Wire;
  parameters: RetrievalParameters;
  retrieval: Retrieval;
  /** The popup's look, on its way; undefined for every other presentation. */
  pageOption: Promise<object | undefined> | undefined;
  /** Stops fetching the look, for a login that ends before it has come. */
  dropPageOption?: (() => void) | undefined;
  /** It was retrieved before the click, so that the service may have forgotten it by now. */
  prefetched?: boolean;
  /** When the credentials came. */
  since: Moment;
}

/** Fetch the popup's look beside the rest, never in its way: a failure leaves the defaults. */
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
  obtain: ObtainSigned = obtainSigned,
): Promise<Retrieved> => {
  const wire = createWire({ ...order, scripts: scriptRules(order), onHop });
  onState?.('preparing', '');
  const { parameters: signed, since } = await obtain(order, wire, signal);
  const parameters = { ...signed, userInformation: userInformation() };
  onState?.('retrieving', parameters.traceId);
  let look: ReturnType<typeof lookUp> | undefined;
  const begin = () => {
    if (POPUPS.has(parameters.authPageType)) look ??= lookUp(wire, parameters, signal);
  };
  try {
    // China Mobile's answer says whether there will be a screen at all; the others take three requests each to say it.
    const retrieval = await retrieve(wire, parameters, signal, begin);
    if (retrieval.authLevel === NO_SCREEN) look?.drop();
    else begin();
    const { pageOption, drop: dropPageOption } = look ?? {};
    return { wire, parameters, retrieval, pageOption, dropPageOption, since };
  } catch (error) {
    look?.drop();
    throw error;
  }
};

/** How the first half of a login is had; a prefetch brings its own. */
export type ObtainNumber = typeof retrieveNumber;
