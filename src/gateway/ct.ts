import { partnerCarrier } from './partner-carrier.js';

/** China Telecom's three steps; see {@link partnerCarrier}. */
export const askChinaTelecom = partnerCarrier({
  operator: 'CT',
  hop: 'ct',
  functionName: 'getTelecomPhone',
});
