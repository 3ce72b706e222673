import { createWire, type WireOptions } from '../../src/gateway/endpoints.js';
import type { Hop, RetrievalParameters, Wire } from '../../src/gateway/types.js';
import { userInformation } from '../../src/gateway/user-information.js';
import { jsonTexts } from './json-texts.js';
import { APP_ID, Lane } from './lane.js';

export { rejection } from './rejection.js';

/** A lane of the simulated service, the way there, and the hops that were made. */
export interface WireFixture {
  lane: Lane;
  wire: Wire;
  hops: Hop[];
}

/** Open a lane and a wire to it, for a phone with the SIM given. */
export const openWire = (sim: string, options: WireOptions = {}): WireFixture => {
  const lane = new Lane();
  const hops: Hop[] = [];
  const wire = createWire({ gateway: lane.gateway(sim), onHop: (hop) => hops.push(hop), ...options });
  return { lane, wire, hops };
};

/** Freshly signed parameters, as the flow would have them. */
export const signedParameters = async (
  changes: Partial<RetrievalParameters> = {},
): Promise<RetrievalParameters> => {
  const response = await fetch('/api/ydrz/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId: APP_ID }),
  });
  const { sign = '', traceId = '', timestamp = '', version = '' } = jsonTexts(await response.text());
  return {
    ...{ appId: APP_ID, sign, traceId, timestamp, version },
    authPageType: '0',
    expandParams: '',
    userInformation: userInformation(),
    ...changes,
  };
};

/** A signal that never fires. */
export const unending = (): AbortSignal => new AbortController().signal;
