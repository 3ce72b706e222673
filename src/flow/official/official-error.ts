import { isTelling } from '../../codes/hints.js';
import { YdrzError, type CarrierData, type Phase } from '../../codes/ydrz-error.js';
import { networkError } from '../../codes/network-error.js';
import { asFields, fieldsAt, textAt, type Fields } from '../../incoming/fields.js';

const carrierData = (answer: Fields): CarrierData => {
  const code = textAt(answer, 'code');
  const result = textAt(answer, 'result');
  return code ? { code, message: textAt(answer, 'message'), ...(result && { result }) } : {};
};

/** Codes of the script and the token that are no failure of retrieval; the rest is told before the user is asked. */
const phaseOf = (code: string): Phase => {
  if (/^50[1345678]$/.test(code)) return 'authorization';
  return /^(104|103002|103005)/.test(code) ? 'token' : 'retrieval';
};

/** The official script's error object as the one error type; anything else counts as 500. */
export const officialError = (given: unknown, traceId: string): YdrzError => {
  const answer = asFields(given);
  const msgId = textAt(answer, 'msgId') || traceId;
  const only = textAt(answer, 'code');
  if (only) {
    return new YdrzError({ code: only, message: textAt(answer, 'message'), phase: phaseOf(only), msgId });
  }
  const [YDData = {}, CTData = {}, CUData = {}] = ['YDData', 'CTData', 'CUData'].map((key) =>
    carrierData(fieldsAt(answer, key)),
  );
  const said = [YDData, CTData, CUData].filter((data) => data.code);
  const telling = said.find((data) => isTelling({ code: data.code ?? '' })) ?? said[0];
  const { code = '', message = '' } = telling ?? networkError('retrieval');
  return new YdrzError({
    code,
    message,
    phase: 'retrieval',
    msgId,
    carriers: { YDData, CTData, CUData },
    cause: given,
  });
};
