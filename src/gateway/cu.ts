import { partnerCarrier } from './partner-carrier.js';

/** China Unicom's three steps; see {@link partnerCarrier}. */
export const askChinaUnicom = partnerCarrier({
  operator: 'CU',
  hop: 'cu',
  functionName: 'getNewUnicomPhone',
});
