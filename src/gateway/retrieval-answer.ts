import type { YdrzError } from '../codes/ydrz-error.js';
import { networkError } from '../codes/network-error.js';
import { CarrierRefusal } from './failures.js';
import type { Agreement, Operator, Retrieval } from './types.js';
import { asFields, parseJson, textAt, type Fields } from '../incoming/fields.js';

/** What stands for success in every answer of the service. */
export const SUCCESS = '103000';

const MASK = /^[\d+ -]*\*[\d* -]*$/;

/** `customerPrivacyConfig`: a JSON string, an object of agreement name → URL; anything else is ignored. */
const agreementsFrom = (config: string): Agreement[] =>
  Object.entries(asFields(parseJson(config))).flatMap(([name, url]) =>
    name && typeof url === 'string' ? [{ name, url }] : [],
  );

/** The failure as the service described it; an answer without a code counts as one that did not come through. */
export const refusalFrom = (
  code: string,
  message: string,
  more?: { owner?: Operator | undefined; result?: string },
): YdrzError =>
  code
    ? new CarrierRefusal(code, message, more)
    : networkError('retrieval', new TypeError('The answer has no code'));

/**
 * Check the fields that every carrier's last answer has in common.
 *
 * @throws {YdrzError} 500 where the masked number is none.
 */
export const retrievalFrom = (operator: Operator, answer: Fields): Retrieval => {
  const maskPhone = textAt(answer, 'maskPhone');
  const accessToken = textAt(answer, 'accessToken');
  if (!accessToken || maskPhone.length > 20 || !MASK.test(maskPhone)) {
    throw networkError('retrieval', new TypeError('The answer has no accessToken or no masked number'));
  }
  return {
    operator,
    accessToken,
    maskPhone,
    authPageUrl: textAt(answer, 'authPageUrl'),
    authLevel: textAt(answer, 'authLevel') || '4',
    appName: textAt(answer, 'appName'),
    agreements: agreementsFrom(textAt(answer, 'customerPrivacyConfig')),
  };
};
