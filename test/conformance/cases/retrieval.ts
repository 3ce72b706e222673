import {
  HTML_PAGE,
  RESET,
  RETRIEVED,
  STATUS_500,
  callbackYes,
  calls,
  cmNo,
  no,
  phonescripYes,
  scriptNo,
  scriptYes,
} from '../answers.js';
import type { Case } from '../case.js';
import * as results from '../results.js';
import type { Script, ScriptedAnswer } from '../script.js';
import { start } from '../steps.js';
import * as wire from '../wire.js';

const { network, notMine, notTelecom, retrievalError, said } = results;

const CT_FAILED = said('105003', '电信网关取号失败');
const CU_REFUSED = said('105001', '联通网关取号失败');
/** By its gateway, whose `result` stands beside the code. */
const CU_FAILED = said('105001', '联通网关取号失败', { result: '1' });

/** China Unicom does not know the number either. */
const cuNo: Script = {
  'cu-phonescrip': [phonescripYes('CU')],
  'cu-script': [scriptNo('CU', '105001', '联通网关取号失败')],
};
const cuAsked = [wire.cuPhonescrip(), wire.cuScript()];

const toCtScript: Script = { cm: [cmNo()], 'ct-phonescrip': [phonescripYes('CT')] };
const ctAsked = [wire.cm(), wire.ctPhonescrip(), wire.ctScript()];

const toCuScript: Script = {
  ...toCtScript,
  'ct-script': [scriptNo('CT', '-10011', '运营商不匹配')],
  'cu-phonescrip': [phonescripYes('CU')],
};

/** Answers that are none. */
const BROKEN: readonly [name: string, answer: ScriptedAnswer][] = [
  ['resets the connection', RESET],
  ['answers a page of HTML', HTML_PAGE],
  ['answers HTTP status 500', STATUS_500],
  ['answers JSON that says nothing', { json: {} }],
];

const chinaMobile: Case[] = [
  {
    name: 'nobody knows the number',
    answers: { ...toCtScript, 'ct-script': [scriptNo('CT', '-10011', '运营商不匹配')], ...cuNo },
    steps: [start()],
    requests: [...ctAsked, ...cuAsked],
    callbacks: [retrievalError(notMine, notTelecom, CU_FAILED)],
  },
  ...['0', 0, '2', null].map((openType): Case => ({
    name: `openType ${JSON.stringify(openType)} changes nothing`,
    answers: { ...toCtScript, 'ct-script': [scriptNo('CT', '-10011', '运营商不匹配')], ...cuNo },
    steps: [start({ openType })],
    requests: [...ctAsked, ...cuAsked],
    callbacks: [retrievalError(notMine, notTelecom, CU_FAILED)],
  })),
  {
    name: 'a success of China Mobile’s without a number counts as a failure',
    answers: {
      cm: [{ json: { body: { resultCode: '103000', accessToken: 'CM-access' } } }],
      ...{ 'ct-phonescrip': [phonescripYes('CT')] },
      ...{ 'ct-script': [scriptNo('CT', '-10011', '运营商不匹配')], ...cuNo },
    },
    steps: [start()],
    requests: [...ctAsked, ...cuAsked],
    callbacks: [retrievalError(network, notTelecom, CU_FAILED)],
  },
  ...BROKEN.map(([name, answer]): Case => ({
    name: `China Mobile ${name}: China Telecom and China Unicom are asked`,
    answers: {
      ...{ cm: [answer], 'ct-phonescrip': [phonescripYes('CT')] },
      ...{ 'ct-script': [scriptNo('CT', '-10011', '运营商不匹配')], ...cuNo },
    },
    steps: [start()],
    requests: [...ctAsked, ...cuAsked],
    callbacks: [retrievalError(network, notTelecom, CU_FAILED)],
  })),
];

const chinaTelecom: Case[] = [
  {
    name: 'step 1 of China Telecom refuses: China Unicom is asked',
    answers: { cm: [cmNo()], 'ct-phonescrip': [no('105003', '电信网关取号失败')], ...cuNo },
    steps: [start()],
    requests: [wire.cm(), wire.ctPhonescrip(), ...cuAsked],
    callbacks: [retrievalError(notMine, CT_FAILED, CU_FAILED)],
  },
  ...BROKEN.map(([name, answer]): Case => ({
    name: `step 1 of China Telecom ${name}: China Unicom is asked`,
    answers: { cm: [cmNo()], 'ct-phonescrip': [answer], ...cuNo },
    steps: [start()],
    requests: [wire.cm(), wire.ctPhonescrip(), ...cuAsked],
    callbacks: [retrievalError(notMine, network, CU_FAILED)],
  })),
  ...[
    ['resets the connection', RESET] as const,
    ['answers HTTP status 500', STATUS_500] as const,
    ['hands over nothing', calls('CT', {})] as const,
  ].map(([name, answer]): Case => ({
    name: `China Telecom’s gateway ${name}: China Unicom is asked`,
    answers: { ...toCtScript, 'ct-script': [answer], ...cuNo },
    steps: [start()],
    requests: [...ctAsked, ...cuAsked],
    callbacks: [retrievalError(notMine, network, CU_FAILED)],
  })),
  {
    name: 'step 3 of China Telecom refuses: nobody else can know the number',
    answers: {
      ...toCtScript,
      ...{ 'ct-script': [scriptYes('CT')], 'ct-callback': [no('105003', '电信网关取号失败')] },
    },
    steps: [start()],
    requests: [...ctAsked, wire.ctCallback()],
    callbacks: [retrievalError(notMine, CT_FAILED)],
  },
  {
    name: 'step 3 of China Telecom gives no accessToken: 502',
    answers: { ...RETRIEVED.CT, 'ct-callback': [callbackYes('CT', { accessToken: '' })] },
    steps: [start()],
    requests: [...ctAsked, wire.ctCallback()],
    callbacks: [retrievalError(notMine, said('502', '电信取号能力关闭'))],
  },
  ...BROKEN.map(([name, answer]): Case => ({
    name: `step 3 of China Telecom ${name}: nobody else is asked`,
    answers: { ...RETRIEVED.CT, 'ct-callback': [answer] },
    steps: [start()],
    requests: [...ctAsked, wire.ctCallback()],
    callbacks: [retrievalError(notMine, network)],
  })),
];

const chinaUnicom: Case[] = [
  {
    name: 'step 1 of China Unicom refuses',
    answers: { ...toCuScript, 'cu-phonescrip': [no('105001', '联通网关取号失败')] },
    steps: [start()],
    requests: [...ctAsked, wire.cuPhonescrip()],
    callbacks: [retrievalError(notMine, notTelecom, CU_REFUSED)],
  },
  {
    name: 'China Unicom’s gateway does not load',
    answers: { ...toCuScript, 'cu-script': [RESET] },
    steps: [start()],
    requests: [...ctAsked, ...cuAsked],
    callbacks: [retrievalError(notMine, notTelecom, network)],
  },
  {
    name: 'step 3 of China Unicom refuses',
    answers: { ...RETRIEVED.CU, 'cu-callback': [no('105003', '联通网关取号失败')] },
    steps: [start()],
    requests: wire.retrieval('CU'),
    callbacks: [retrievalError(notMine, notTelecom, said('105003', '联通网关取号失败'))],
  },
  {
    name: 'step 3 of China Unicom gives no accessToken: 502',
    answers: { ...RETRIEVED.CU, 'cu-callback': [callbackYes('CU', { accessToken: '' })] },
    steps: [start()],
    requests: wire.retrieval('CU'),
    callbacks: [retrievalError(notMine, notTelecom, said('502', '联通取号能力关闭'))],
  },
  {
    name: 'step 3 of China Unicom resets the connection',
    answers: { ...RETRIEVED.CU, 'cu-callback': [RESET] },
    steps: [start()],
    requests: wire.retrieval('CU'),
    callbacks: [retrievalError(notMine, notTelecom, network)],
  },
];

export const retrieval: readonly Case[] = [...chinaMobile, ...chinaTelecom, ...chinaUnicom];
