import { YdrzError } from '../codes/ydrz-error.js';
import { digest } from './digest.js';
import { exchange, resultCode } from './exchange.js';
import { CarrierRefusal, switchedOff } from './failures.js';
import { callCarrier, type CarrierFunction } from './jsonp.js';
import { SUCCESS, refusalFrom, retrievalFrom } from './retrieval-answer.js';
import { seal } from './sealing.js';
import { serviceHeaders } from './service-headers.js';
import type { AskCarrier, Operator, Retrieval, RetrievalParameters, Wire } from './types.js';
import { textAt } from '../incoming/fields.js';

/** What differs between China Telecom and China Unicom. */
export interface PartnerCarrier {
  operator: Operator;
  /** What the names of its hops begin with. */
  hop: 'ct' | 'cu';
  functionName: CarrierFunction;
}

/** `0` Android and Linux, `1` iOS, `3` anything else. */
const mobileSystem = (): string => {
  const { userAgent } = navigator;
  if (/iPhone|iPad|iPod/.test(userAgent)) return '1';
  return /Android|Linux/.test(userAgent) ? '0' : '3';
};

/** Step 1: a sealed request, which the service answers with an address at the carrier's gateway. */
const fetchScriptUrl = async (
  wire: Wire,
  { hop }: PartnerCarrier,
  { appId, version, traceId, timestamp }: RetrievalParameters,
  signal: AbortSignal,
): Promise<string> => {
  const sealed = seal({
    ver: '1.0',
    appId,
    interfaceVersion: version,
    expandParams: '',
    msgId: traceId,
    timestamp,
    mobilesystem: mobileSystem(),
    sign: digest(appId + version + traceId + timestamp),
  });
  const name = `${hop}-phonescrip` as const;
  const answer = await exchange(
    wire,
    {
      name,
      phase: 'retrieval',
      url: wire.url(name),
      headers: { appId, interfaceVersion: version, traceId },
      body: { ...sealed, businessType: '8' },
    },
    signal,
  );
  const code = resultCode(answer);
  const url = textAt(answer, 'data');
  if (code !== SUCCESS || !url) throw refusalFrom(code === SUCCESS ? '' : code, textAt(answer, 'desc'));
  return url;
};

/** Step 2: the carrier's gateway recognises the SIM by its connection and calls a function with the result. */
const fetchPhonescrip = async (
  wire: Wire,
  { hop, functionName }: PartnerCarrier,
  url: string,
  signal: AbortSignal,
): Promise<string> => {
  const called = await callCarrier(wire, { name: `${hop}-script`, url, functionName }, signal);
  const { result, data, code, msg } = called;
  if (result === '0' && data) return data;
  // China Unicom puts the reason into code and msg, China Telecom into result and data.
  throw code
    ? refusalFrom(code, msg || data, { result })
    : refusalFrom(result === '0' ? '' : result, msg || data);
};

/** Step 3: hand the carrier's result to the service, which answers like China Mobile's only step. */
const fetchRetrieval = async (
  wire: Wire,
  { operator, hop }: PartnerCarrier,
  parameters: RetrievalParameters,
  data: string,
  signal: AbortSignal,
): Promise<Retrieval> => {
  const { version, authPageType, userInformation } = parameters;
  const name = `${hop}-callback` as const;
  const answer = await exchange(
    wire,
    {
      name,
      phase: 'retrieval',
      url: wire.url(name),
      headers: { ...serviceHeaders(parameters, version), authPageType },
      body: { data, ver: '1.0', userInformation },
    },
    signal,
  );
  const code = resultCode(answer);
  if (code !== SUCCESS) throw refusalFrom(code, textAt(answer, 'desc'));
  if (!textAt(answer, 'accessToken')) throw switchedOff(operator);
  return retrievalFrom(operator, answer);
};

/**
 * China Telecom and China Unicom: three steps, each of which needs the one before.
 *
 * @throws {CarrierRefusal} the documented code; at step 3 it says that the number is this carrier's. {YdrzError} 500 and 503.
 */
export const partnerCarrier =
  (carrier: PartnerCarrier): AskCarrier =>
  async (wire, parameters, signal) => {
    const url = await fetchScriptUrl(wire, carrier, parameters, signal);
    const data = await fetchPhonescrip(wire, carrier, url, signal);
    try {
      return await fetchRetrieval(wire, carrier, parameters, data, signal);
    } catch (error) {
      throw error instanceof YdrzError
        ? new CarrierRefusal(error.code, error.message, { owner: carrier.operator, cause: error.cause })
        : error;
    }
  };
