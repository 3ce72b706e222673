import { RETURN_CODES, type ReturnCode } from '../../tables.js';
import { cmNo, cmYes, no, phonescripYes, scriptNo, tokenYes } from '../answers.js';
import type { Case } from '../case.js';
import * as results from '../results.js';
import { authorize, start } from '../steps.js';
import * as wire from '../wire.js';

const { notMine, notTelecom, retrievalError, said } = results;

/** Codes of the carriers' gateways; the others are the service's. */
const isGateways = (code: string): boolean => /^(-\d+|512\d\d|51\d{3}|0)$/.test(code);

const FAILED: ReadonlySet<string> = new Set(['103000', '0']);

const failures = (source: ReturnCode['source']): { code: string; message: string }[] =>
  RETURN_CODES.filter((row) => row.source === source && row.listed && !FAILED.has(row.code)).map(
    ({ code, texts: [message = ''] }) => ({ code, message }),
  );

const chinaMobile = failures('CM').map(({ code, message }): Case => ({
  name: `${code} of China Mobile`,
  answers: {
    cm: [cmNo(code, message)],
    'ct-phonescrip': [no('105003', '电信网关取号失败')],
    'cu-phonescrip': [no('105001', '联通网关取号失败')],
  },
  steps: [start()],
  requests: [wire.cm(), wire.ctPhonescrip(), wire.cuPhonescrip()],
  callbacks: [
    retrievalError(
      said(code, message),
      said('105003', '电信网关取号失败'),
      said('105001', '联通网关取号失败'),
    ),
  ],
}));

const chinaTelecom = failures('CT').map(({ code, message }): Case => {
  const byGateway = isGateways(code);
  return {
    name: `${code} of China Telecom`,
    answers: {
      cm: [cmNo()],
      'ct-phonescrip': [byGateway ? phonescripYes('CT') : no(code, message)],
      'ct-script': [scriptNo('CT', code, message)],
      'cu-phonescrip': [no('105001', '联通网关取号失败')],
    },
    steps: [start()],
    requests: [wire.cm(), wire.ctPhonescrip(), ...(byGateway ? [wire.ctScript()] : []), wire.cuPhonescrip()],
    callbacks: [retrievalError(notMine, said(code, message), said('105001', '联通网关取号失败'))],
  };
});

const chinaUnicom = failures('CU').map(({ code, message }): Case => ({
  name: `${code} of China Unicom`,
  answers: {
    cm: [cmNo()],
    'ct-phonescrip': [phonescripYes('CT')],
    'ct-script': [scriptNo('CT', '-10011', '运营商不匹配')],
    'cu-phonescrip': [no(code, message)],
  },
  steps: [start()],
  requests: [wire.cm(), wire.ctPhonescrip(), wire.ctScript(), wire.cuPhonescrip()],
  callbacks: [retrievalError(notMine, notTelecom, said(code, message))],
}));

/** 501 is the user's, and after 104012 the user is asked again: both are among the cases of asking. */
const token = failures('token')
  .filter(({ code }) => code !== '501' && code !== '104012')
  .map(({ code, message }): Case => ({
    name: `${code} instead of a token`,
    answers: { cm: [cmYes()], token: [no(code, message), tokenYes()] },
    steps: [start(), ...authorize()],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.error(code, message)],
  }));

export const codes: readonly Case[] = [...chinaMobile, ...chinaTelecom, ...chinaUnicom, ...token];
