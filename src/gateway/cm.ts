import { exchange, resultCode } from './exchange.js';
import { SUCCESS, refusalFrom, retrievalFrom } from './retrieval-answer.js';
import type { Operator, Retrieval, RetrievalParameters, Wire } from './types.js';
import { fieldsAt, textAt, type Fields } from '../incoming/fields.js';

const OPERATORS: readonly string[] = ['CM', 'CT', 'CU'] satisfies Operator[];

/** Whether the service's name of an operator is one of the three. */
export const isOperator = (value: string): value is Operator => OPERATORS.includes(value);

const bodyOf = (answer: Fields): Fields => fieldsAt(answer, 'body');

/**
 * China Mobile: one CORS-simple request.
 *
 * @throws {CarrierRefusal} the documented code; it may say whose number it is. {YdrzError} 500, and 503 when the login was ended.
 */
export const askChinaMobile = async (
  wire: Wire,
  parameters: RetrievalParameters,
  signal: AbortSignal,
): Promise<Retrieval> => {
  const answer = await exchange(
    wire,
    {
      name: 'cm',
      phase: 'retrieval',
      url: wire.url('cm'),
      body: { ...parameters, businessType: '8', msgId: parameters.traceId },
      codeOf: (answer) => resultCode(bodyOf(answer)),
    },
    signal,
  );
  const body = bodyOf(answer);
  const code = resultCode(body);
  if (code === SUCCESS) return retrievalFrom('CM', body);
  const owner = textAt(body, 'msisdnOwner');
  throw refusalFrom(code, textAt(body, 'resultDesc'), isOperator(owner) ? { owner } : {});
};
