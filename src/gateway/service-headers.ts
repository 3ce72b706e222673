import type { RetrievalParameters } from './types.js';

/** The headers that the service's exchanges around a screen have in common. */
export const serviceHeaders = ({
  appId,
  traceId,
  timestamp,
}: Pick<RetrievalParameters, 'appId' | 'traceId' | 'timestamp'>) => ({
  interfaceVersion: '1.0',
  traceId,
  appId,
  timestamp,
  businessType: '8',
});
