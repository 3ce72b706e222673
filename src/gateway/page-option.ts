import { answerAt, exchange, type Answer } from './exchange.js';
import { serviceHeaders } from './service-headers.js';
import type { RetrievalParameters, Wire } from './types.js';

/**
 * The look of the standard popup, as set at the service; unchecked, and empty where the service has none.
 *
 * @throws {YdrzError} 500 and 503; a caller does without it then.
 */
export const fetchPageOption = async (
  wire: Wire,
  parameters: Pick<RetrievalParameters, 'appId' | 'traceId' | 'timestamp'>,
  signal: AbortSignal,
): Promise<Answer> => {
  const answer = await exchange(
    wire,
    {
      name: 'page-option',
      phase: 'authorization',
      url: wire.url('page-option'),
      headers: serviceHeaders(parameters),
    },
    signal,
  );
  return answerAt(answerAt(answer, 'data'), 'pageOption');
};
