import { askPartnerCarrier, type PartnerCarrier } from './partner-carrier.js';
import type { Retrieval, RetrievalParameters, Wire } from './types.js';

const CHINA_TELECOM: PartnerCarrier = {
  operator: 'CT',
  inChinese: '电信',
  phonescrip: 'ct-phonescrip',
  script: 'ct-script',
  functionName: 'getTelecomPhone',
  callback: 'ct-callback',
};

/** China Telecom's three steps; see {@link askPartnerCarrier}. */
export const askChinaTelecom = (
  wire: Wire,
  parameters: RetrievalParameters,
  signal: AbortSignal,
): Promise<Retrieval> => askPartnerCarrier(wire, CHINA_TELECOM, parameters, signal);
