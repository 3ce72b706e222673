import type { RetrievalParameters } from './types.js';

/**
 * The headers that the service's exchanges around a screen have in common.
 *
 * @param interfaceVersion the exchange's own: the popup's look has one that never changes, the token has the page's.
 */
export const serviceHeaders = (
  { appId, traceId, timestamp }: Pick<RetrievalParameters, 'appId' | 'traceId' | 'timestamp'>,
  interfaceVersion: string,
) => ({ interfaceVersion, traceId, appId, timestamp, businessType: '8' });
