import { level5Retrieval } from '../flow/level5-retrieval.js';
import type { Retrieved } from '../flow/retrieve-number.js';
import { now } from '../flow/moment.js';
import { chinaTimestamp } from '../flow/timestamp.js';
import type { LoginOrder } from '../flow/types.js';
import { createWire } from '../gateway/endpoints.js';
import { userInformation } from '../gateway/user-information.js';
import { traceIdOf } from './read-request.js';
import type { Fields } from '../incoming/fields.js';

/**
 * What authGetToken works on: the number that this page has retrieved at level 5 or, where the screen is on another page, what
 * that page was told of it.
 */
export const numberFor = (data: Fields, order: LoginOrder, kept: Retrieved | undefined): Retrieved => {
  const { appId, version = '', expandParams } = order;
  const retrieval = level5Retrieval(data);
  if (kept?.retrieval.accessToken === retrieval.accessToken) {
    return { ...kept, parameters: { ...kept.parameters, version, expandParams } };
  }
  return {
    wire: createWire(order),
    parameters: {
      ...{ appId, version, expandParams },
      traceId: traceIdOf(data),
      timestamp: chinaTimestamp(Date.now()),
      userInformation: userInformation(),
      // Only retrieval has a use for these.
      ...{ sign: '', authPageType: '' },
    },
    retrieval,
    pageOption: undefined,
    since: now(),
  };
};
