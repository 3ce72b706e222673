import { exchange } from './exchange.js';
import { serviceHeaders } from './service-headers.js';
import type { RetrievalParameters, Wire } from './types.js';
import { fieldsAt, type Fields } from '../incoming/fields.js';

/** The look's own interface version, whatever the page's is. */
const VERSION = '1.0';

/**
 * The look of the popups, as set at the service; unchecked, and empty where the service has none.
 *
 * @throws {YdrzError} 500 and 503; a caller does without it then.
 */
export const fetchPageOption = async (
  wire: Wire,
  parameters: Pick<RetrievalParameters, 'appId' | 'traceId' | 'timestamp'>,
  signal: AbortSignal,
): Promise<Fields> => {
  const answer = await exchange(
    wire,
    {
      name: 'page-option',
      phase: 'authorization',
      url: wire.url('page-option'),
      headers: serviceHeaders(parameters, VERSION),
    },
    signal,
  );
  return fieldsAt(fieldsAt(answer, 'data'), 'pageOption');
};
