import { createWire } from '../gateway/endpoints.js';
import { fetchPageOption } from '../gateway/page-option.js';
import type { Retrieval, RetrievalParameters, Wire } from '../gateway/types.js';
import { userInformation } from '../gateway/user-information.js';
import { obtainSigned, type ObtainSigned } from './credentials.js';
import { retrieve } from './retrieve.js';
import { scriptRules } from './script-rules.js';
import type { LoginObserver, LoginOrder } from './types.js';

/** The authPageType whose look is set at the service. */
const STANDARD_POPUP = '1';

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
  obtain: ObtainSigned = obtainSigned,
): Promise<Retrieved> => {
  const wire = createWire({ ...order, scripts: scriptRules(order), onHop });
  onState?.('preparing', '');
  const { parameters: signed, since } = await obtain(order, wire, signal);
  const parameters = { ...signed, userInformation: userInformation() };
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

/** How the first half of a login is had; a prefetch brings its own. */
export type ObtainNumber = typeof retrieveNumber;
