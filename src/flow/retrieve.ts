import { YdrzError, type CarrierResults } from '../codes/ydrz-error.js';
import { askChinaMobile } from '../gateway/cm.js';
import { networkError } from '../codes/network-error.js';
import { CarrierRefusal, switchedOff, throwIfEnded } from '../gateway/failures.js';
import type { AskCarrier, Operator, Retrieval, RetrievalParameters, Wire } from '../gateway/types.js';
import { loadHints } from './load-hints.js';
import { inTime } from '../incoming/in-time.js';

/** The code of the carriers beyond China Mobile, with AES; few logins need it. */
export const loadPartners = () => import('../gateway/partner-carriers.js');

const askPartner =
  (ask: 'askChinaTelecom' | 'askChinaUnicom'): AskCarrier =>
  async (wire, parameters, signal) => {
    const partners = await inTime(loadPartners(), wire.timeout, signal);
    return partners[ask](wire, parameters, signal);
  };

/** How each carrier is asked, and under which key its result stands in the error object. */
const CARRIERS: Record<Operator, { key: keyof CarrierResults; ask: AskCarrier }> = {
  CM: { key: 'YDData', ask: askChinaMobile },
  CT: { key: 'CTData', ask: askPartner('askChinaTelecom') },
  CU: { key: 'CUData', ask: askPartner('askChinaUnicom') },
};

/** Who is asked after China Mobile: its hint first where it gave one, the documented order otherwise. */
const partnersAfter = (owner: Operator | undefined): Operator[] =>
  owner === 'CU' ? ['CU', 'CT'] : ['CT', 'CU'];

/** Why there is no number, by carrier. */
type Refusals = ReadonlyMap<Operator, YdrzError>;

/** The refusal that tells most: the number's owner's, else the first that says more than "not my number": what the page itself forbids does. */
const mostTelling = async (
  refusals: Refusals,
  owner: Operator | undefined,
): Promise<YdrzError | undefined> => {
  const errors = [...refusals.values()];
  const hints = await loadHints();
  return (owner && refusals.get(owner)) ?? errors.find((error) => hints?.isTelling(error)) ?? errors[0];
};

const retrievalError = async (
  refusals: Refusals,
  owner: Operator | undefined,
  msgId: string,
): Promise<YdrzError> => {
  const carriers: CarrierResults = { YDData: {}, CTData: {}, CUData: {} };
  for (const [operator, refusal] of refusals) {
    const { code, message } = refusal;
    const result = refusal instanceof CarrierRefusal ? refusal.result : undefined;
    carriers[CARRIERS[operator].key] = { code, message, ...(result && { result }) };
  }
  const error = (await mostTelling(refusals, owner)) ?? networkError('retrieval');
  const { code, message, cause = error } = error;
  return new YdrzError({ code, message, phase: 'retrieval', msgId, carriers, cause });
};

/**
 * Ask the carriers for the masked number: China Mobile, then the others until one answers.
 *
 * @param onPartners is called when China Mobile has refused and the others are about to be asked.
 * @throws {YdrzError} with a result per carrier, `{}` for one that was not asked; 503 when the login was ended.
 */
export const retrieve = async (
  wire: Wire,
  parameters: RetrievalParameters,
  signal: AbortSignal,
  onPartners?: () => void,
): Promise<Retrieval> => {
  const refusals = new Map<Operator, YdrzError>();
  const queue: Operator[] = ['CM'];
  let owner: Operator | undefined;
  for (let operator; (operator = queue.shift());) {
    let refusal: YdrzError;
    try {
      return await CARRIERS[operator].ask(wire, parameters, signal);
    } catch (cause) {
      throwIfEnded(signal, 'retrieval');
      refusal = cause instanceof YdrzError ? cause : networkError('retrieval', cause);
    }
    refusals.set(operator, refusal);
    const said = refusal instanceof CarrierRefusal ? refusal.owner : undefined;
    owner = said ?? owner;
    if (operator !== 'CM') {
      if (said) break;
    } else {
      queue.push(...partnersAfter(owner));
      // A carrier whose script the page does not allow counts as switched off.
      if (!wire.scripts.allowed) {
        for (const partner of queue.splice(0)) refusals.set(partner, switchedOff(partner));
      } else {
        onPartners?.();
      }
    }
  }
  throw await retrievalError(refusals, owner, parameters.traceId);
};
