import { askPartnerCarrier, type PartnerCarrier } from './partner-carrier.js';
import type { Retrieval, RetrievalParameters, Wire } from './types.js';

const CHINA_UNICOM: PartnerCarrier = {
  operator: 'CU',
  inChinese: '联通',
  phonescrip: 'cu-phonescrip',
  script: 'cu-script',
  functionName: 'getNewUnicomPhone',
  callback: 'cu-callback',
};

/** China Unicom's three steps; see {@link askPartnerCarrier}. */
export const askChinaUnicom = (
  wire: Wire,
  parameters: RetrievalParameters,
  signal: AbortSignal,
): Promise<Retrieval> => askPartnerCarrier(wire, CHINA_UNICOM, parameters, signal);
