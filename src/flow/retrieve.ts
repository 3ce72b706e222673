import { YdrzError, type CarrierResults } from '../codes/ydrz-error.js';
import { askChinaMobile } from '../gateway/cm.js';
import { CarrierRefusal, throwIfEnded } from '../gateway/failures.js';
import type { Operator, Retrieval, RetrievalParameters, Wire } from '../gateway/types.js';
import { loadHints } from './load-hints.js';

/** The code of the carriers beyond China Mobile, with AES; few logins need it. */
export const loadPartners = () => import('../gateway/partner-carriers.js');

type AskCarrier = (wire: Wire, parameters: RetrievalParameters, signal: AbortSignal) => Promise<Retrieval>;

/** How each carrier is asked, and under which key its result stands in the error object. */
const CARRIERS: Record<Operator, { key: keyof CarrierResults; load: () => Promise<AskCarrier> }> = {
  CM: { key: 'YDData', load: () => Promise.resolve(askChinaMobile) },
  CT: { key: 'CTData', load: async () => (await loadPartners()).askChinaTelecom },
  CU: { key: 'CUData', load: async () => (await loadPartners()).askChinaUnicom },
};

/** Who is asked after China Mobile: its hint first where it gave one, the documented order otherwise. */
const partnersAfter = (owner: Operator | undefined): Operator[] =>
  owner === 'CU' ? ['CU', 'CT'] : ['CT', 'CU'];

interface Refusal {
  operator: Operator;
  error: YdrzError;
}

/** The refusal that tells most: the number's owner's, else the first that says more than "not my number". */
const mostTelling = async (
  refusals: readonly Refusal[],
  owner: Operator | undefined,
): Promise<Refusal | undefined> => {
  const hints = await loadHints();
  return (
    refusals.find(({ operator }) => operator === owner) ??
    refusals.find(({ error }) => hints?.isTelling(error.code)) ??
    refusals[0]
  );
};

const retrievalError = async (
  refusals: readonly Refusal[],
  owner: Operator | undefined,
  msgId: string,
): Promise<YdrzError> => {
  const carriers: CarrierResults = { YDData: {}, CTData: {}, CUData: {} };
  for (const { operator, error } of refusals) {
    carriers[CARRIERS[operator].key] = { code: error.code, message: error.message };
  }
  const { error } = (await mostTelling(refusals, owner)) ?? {};
  return new YdrzError({
    code: error?.code ?? '500',
    message: error?.message ?? '',
    phase: 'retrieval',
    msgId,
    carriers,
    cause: error?.cause ?? error,
  });
};

/** A carrier whose script the page does not allow counts as switched off. */
const switchedOff = (operator: Operator): Refusal => ({
  operator,
  error: new CarrierRefusal('502', `${operator === 'CT' ? '电信' : '联通'}取号能力关闭`),
});

/** Ask one carrier; whatever goes wrong comes back as its refusal, except the end of the login. */
const ask = async (
  operator: Operator,
  wire: Wire,
  parameters: RetrievalParameters,
  signal: AbortSignal,
): Promise<Retrieval | Refusal> => {
  try {
    const askCarrier = await CARRIERS[operator].load();
    return await askCarrier(wire, parameters, signal);
  } catch (cause) {
    throwIfEnded(signal, 'retrieval');
    const error =
      cause instanceof YdrzError ? cause : new CarrierRefusal('500', '网络异常，请检查网络设置', {}, cause);
    return { operator, error };
  }
};

/**
 * Ask the carriers for the masked number: China Mobile, then the others until one answers.
 *
 * @param openType `'0'` asks China Mobile only, anything else all three.
 * @throws {YdrzError} with a result per carrier, `{}` for one that was not asked; 503 when the login was ended.
 */
export const retrieve = async (
  wire: Wire,
  parameters: RetrievalParameters,
  openType: string,
  signal: AbortSignal,
): Promise<Retrieval> => {
  const refusals: Refusal[] = [];
  const queue: Operator[] = ['CM'];
  let owner: Operator | undefined;
  for (let operator; (operator = queue.shift());) {
    const answer = await ask(operator, wire, parameters, signal);
    throwIfEnded(signal, 'retrieval');
    if ('accessToken' in answer) return answer;
    refusals.push(answer);
    const advice = answer.error instanceof CarrierRefusal ? answer.error.advice : {};
    if (advice.final) {
      owner = operator;
      break;
    }
    if (operator === 'CM' && openType !== '0') {
      ({ owner } = advice);
      const partners = partnersAfter(owner);
      if (wire.scripts.allowed) queue.push(...partners);
      else refusals.push(...partners.map(switchedOff));
    }
  }
  throw await retrievalError(refusals, owner, parameters.traceId);
};
