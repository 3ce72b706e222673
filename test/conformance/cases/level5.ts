import { RETRIEVED, callbackYes, cmYes, no, RESET, tokenYes, wrongDigits, SILENCE } from '../answers.js';
import type { Case, Step } from '../case.js';
import * as results from '../results.js';
import { asked, end, heard, start } from '../steps.js';
import * as wire from '../wire.js';
import { NUMBERS, OPERATORS, type Operator } from '../wire.js';

const LEVEL5 = { authLevel: '5' };

/** The page has asked the user itself, and wants the token. */
const authGetToken =
  (maskVal: unknown, changes: object = {}): Step =>
  (page) => {
    page.login.authGetToken({
      data: {
        version: '2.0',
        appId: wire.APP_ID,
        traceId: wire.TRACE_ID,
        accessToken: 'CM-access',
        maskPhone: NUMBERS.CM.mask,
        maskVal: String(maskVal),
        expandParams: '',
        ...changes,
      },
      success: page.hears('auth success'),
      error: page.hears('auth error'),
    });
  };

const retrieved = (operator: Operator): readonly [string, object] => [
  'success',
  {
    code: '103000',
    message: '获取AccessToken成功',
    msgId: wire.TRACE_ID,
    accessToken: `${operator}-access`,
    maskPhone: NUMBERS[operator].mask,
    oper: operator,
  },
];

const authToken = results.called('auth success', results.token);
const authError = (code: string, message: string) =>
  results.called('auth error', results.error(code, message));

export const level5: readonly Case[] = [
  ...OPERATORS.map((operator): Case => {
    const { digits, mask } = NUMBERS[operator];
    return {
      name: `${operator}: getTokenInfo, then authGetToken`,
      answers: {
        ...RETRIEVED[operator],
        ...(operator === 'CM'
          ? { cm: [cmYes(LEVEL5)] }
          : { [`${operator.toLowerCase()}-callback`]: [callbackYes(operator, LEVEL5)] }),
        token: [tokenYes()],
      },
      steps: [
        start(),
        heard(1),
        authGetToken(digits, { accessToken: `${operator}-access`, maskPhone: mask }),
      ],
      requests: [...wire.retrieval(operator), wire.token(operator)],
      callbacks: [retrieved(operator), authToken],
    };
  }),
  {
    name: 'wrong digits, then the right ones',
    answers: { cm: [cmYes(LEVEL5)], token: [wrongDigits(), tokenYes()] },
    steps: [start(), heard(1), authGetToken('9999'), heard(2), authGetToken('0013')],
    requests: [wire.cm(), wire.token('CM', { phone: wire.WRONG_MD5 }), wire.token()],
    callbacks: [retrieved('CM'), authError('104012', '本机号码校验失败'), authToken],
  },
  {
    name: 'too few digits: the service is told of no number',
    answers: { cm: [cmYes(LEVEL5)], token: [no('104011', '手机号不能为空')] },
    steps: [start(), heard(1), authGetToken('13')],
    requests: [wire.cm(), wire.token('CM', { phone: '' })],
    callbacks: [retrieved('CM'), authError('104011', '手机号不能为空')],
  },
  {
    name: 'authGetToken gets no answer',
    answers: { cm: [cmYes(LEVEL5)], token: [RESET] },
    steps: [start(), heard(1), authGetToken('0013')],
    requests: [wire.cm(), wire.token()],
    callbacks: [retrieved('CM'), authError('103005', 'inner error')],
  },
  {
    name: 'expandParams of authGetToken',
    answers: { cm: [cmYes(LEVEL5)], token: [tokenYes()] },
    steps: [start(), heard(1), authGetToken('0013', { expandParams: 'c=3' })],
    requests: [wire.cm(), wire.token('CM', { expandParams: 'c=3' })],
    callbacks: [retrieved('CM'), authToken],
  },
  {
    name: 'endGetToken between the two does nothing',
    answers: { cm: [cmYes(LEVEL5)], token: [tokenYes()] },
    steps: [start(), heard(1), end, authGetToken('0013')],
    requests: [wire.cm(), wire.token()],
    callbacks: [retrieved('CM'), authToken],
  },
  {
    name: 'endGetToken while authGetToken waits',
    answers: { cm: [cmYes(LEVEL5)], token: [SILENCE] },
    steps: [start(), heard(1), authGetToken('0013'), asked('token'), end],
    requests: [wire.cm(), wire.token()],
    callbacks: [retrieved('CM'), authError('503', '获取token结束')],
  },
  {
    name: 'a second authGetToken while one runs is ignored',
    answers: { cm: [cmYes(LEVEL5)], token: [tokenYes()] },
    steps: [start(), heard(1), authGetToken('0013'), authGetToken('0013')],
    requests: [wire.cm(), wire.token()],
    callbacks: [retrieved('CM'), authToken],
  },
];
