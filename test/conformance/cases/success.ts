import {
  RETRIEVED,
  cmNo,
  cmYes,
  callbackYes,
  no,
  phonescripYes,
  scriptNo,
  scriptYes,
  tokenYes,
} from '../answers.js';
import type { Case } from '../case.js';
import * as results from '../results.js';
import { authorize, byLayer, container, layer, MASK, press, start, startPopup, tick } from '../steps.js';
import * as wire from '../wire.js';
import { OPERATORS } from '../wire.js';

const TOKEN = { token: [tokenYes()] };

/** What is undefined is not sent. */
const withoutEmpty = (request: wire.ExpectedRequest): wire.ExpectedRequest => ({
  ...request,
  body: JSON.parse(JSON.stringify(request.body)),
});

/** Every presentation that asks by itself, for every carrier. */
const byPresentation = OPERATORS.flatMap((operator): Case[] => {
  const answers = { ...RETRIEVED[operator], ...TOKEN };
  const requests = (type?: string) => [...wire.retrieval(operator, type), wire.token(operator)];
  const callbacks = [results.token];
  return [
    {
      name: `${operator}, standard page`,
      answers,
      steps: [start(), ...authorize(operator)],
      requests: requests('0'),
      callbacks,
    },
    {
      name: `${operator}, custom page without authPageInit`,
      answers,
      steps: [start({ authPageType: '3' }), ...authorize(operator)],
      requests: requests('3'),
      callbacks,
    },
    {
      name: `${operator}, standard popup with the service's look`,
      answers: { ...answers, 'page-option': [no('103000', '')] },
      steps: [...startPopup('1'), ...authorize(operator)],
      requests: [wire.pageOption(), ...requests('1')],
      callbacks,
    },
    {
      name: `${operator}, custom popup with a mask`,
      answers,
      steps: [layer(MASK), ...startPopup(), ...authorize(operator)],
      requests: [wire.pageOption(), ...requests('2')],
      callbacks,
    },
    {
      name: `${operator}, custom popup in the page`,
      answers,
      steps: [container(), layer(), ...startPopup(), ...authorize(operator), byLayer],
      requests: [wire.pageOption(), ...requests('2')],
      callbacks: [results.layerLoaded, results.layerComplete, results.called('layer success', results.token)],
    },
  ];
});

/** Level 1: no digits, a button. */
const level1 = OPERATORS.flatMap((operator): Case[] => {
  const changes = { authLevel: '1' };
  const answers = {
    ...RETRIEVED[operator],
    ...(operator === 'CM'
      ? { cm: [cmYes(changes)] }
      : { [`${operator.toLowerCase()}-callback`]: [callbackYes(operator, changes)] }),
    ...TOKEN,
  };
  const requests = (type: string) => [
    ...wire.retrieval(operator, type),
    wire.token(operator, { phone: wire.VISIBLE_MD5[operator] }),
  ];
  return [
    {
      name: `${operator}, level 1 on the standard page`,
      answers,
      steps: [start(), tick, press('submit')],
      requests: requests('0'),
      callbacks: [results.token],
    },
    {
      name: `${operator}, level 1 in the page, asked for by the page`,
      answers,
      steps: [container(), layer(), ...startPopup(), tick, byLayer],
      requests: [wire.pageOption(), ...requests('2')],
      callbacks: [results.layerLoaded, results.layerComplete, results.called('layer success', results.token)],
    },
  ];
});

const odd: Case[] = [
  {
    name: 'level 1 in the page, by the layer’s own button: the token goes to getTokenInfo',
    answers: { cm: [cmYes({ authLevel: '1' })], ...TOKEN },
    steps: [container(), layer(), ...startPopup(), tick, press('submit')],
    requests: [
      wire.pageOption(),
      wire.cm({ authPageType: '2' }),
      wire.token('CM', { phone: wire.VISIBLE_MD5.CM }),
    ],
    callbacks: [results.layerLoaded, results.layerComplete, results.token],
  },
  {
    name: 'appId, authPageType and openType as numbers',
    answers: { cm: [cmYes()], ...TOKEN },
    steps: [start({ appId: 300012345678, authPageType: 3, openType: 1 }), ...authorize()],
    requests: [wire.cm({ authPageType: '3' }), wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'an authPageType that nobody knows, and fields that nobody needs',
    answers: { cm: [cmYes()], ...TOKEN },
    steps: [start({ authPageType: '9', devInfo: '1', setReturn: '1', custom: { a: 1 } }), ...authorize()],
    requests: [wire.cm({ authPageType: '9' }), wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'only the fields that are required',
    answers: { cm: [cmYes()], ...TOKEN },
    steps: [
      start({ openType: undefined, expandParams: undefined, authPageType: undefined, version: undefined }),
      ...authorize(),
    ],
    requests: [wire.cm({ expandParams: undefined }), wire.token('CM', { expandParams: undefined })].map(
      withoutEmpty,
    ),
    callbacks: [results.token],
  },
  {
    name: 'expandParams',
    answers: { cm: [cmYes()], ...TOKEN },
    steps: [start({ expandParams: 'a=1|b=2' }), ...authorize()],
    requests: [wire.cm({ expandParams: 'a=1|b=2' }), wire.token('CM', { expandParams: 'a=1|b=2' })],
    callbacks: [results.token],
  },
  {
    name: 'expandParams are not for the partners’ first step',
    answers: { ...RETRIEVED.CT, ...TOKEN },
    steps: [start({ expandParams: 'a=1' }), ...authorize('CT')],
    requests: [
      wire.cm({ expandParams: 'a=1' }),
      wire.ctPhonescrip(),
      wire.ctScript(),
      wire.ctCallback(),
      wire.token('CT', { expandParams: 'a=1' }),
    ],
    callbacks: [results.token],
  },
  {
    name: 'msgId in place of traceId',
    answers: { cm: [cmYes()], ...TOKEN },
    steps: [start({ traceId: undefined, msgId: wire.TRACE_ID }), ...authorize()],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'China Mobile says that the number is China Unicom’s: China Unicom is asked first',
    answers: {
      cm: [cmNo('103111', 'WAP网关IP错误', { msisdnOwner: 'CU', ctGetMobileSwitch: '0' })],
      'cu-phonescrip': [phonescripYes('CU')],
      'cu-script': [scriptYes('CU')],
      'cu-callback': [callbackYes('CU')],
      ...TOKEN,
    },
    steps: [start(), ...authorize('CU')],
    requests: [wire.cm(), wire.cuPhonescrip(), wire.cuScript(), wire.cuCallback(), wire.token('CU')],
    callbacks: [results.token],
  },
  {
    name: 'China Mobile was wrong about China Unicom: China Telecom is asked next',
    answers: {
      cm: [cmNo('103111', 'WAP网关IP错误', { msisdnOwner: 'CU' })],
      'cu-phonescrip': [phonescripYes('CU')],
      'cu-script': [scriptNo('CU', '105001', '联通网关取号失败')],
      'ct-phonescrip': [phonescripYes('CT')],
      'ct-script': [scriptYes('CT')],
      'ct-callback': [callbackYes('CT')],
      ...TOKEN,
    },
    steps: [start(), ...authorize('CT')],
    requests: [
      wire.cm(),
      wire.cuPhonescrip(),
      wire.cuScript(),
      wire.ctPhonescrip(),
      wire.ctScript(),
      wire.ctCallback(),
      wire.token('CT'),
    ],
    callbacks: [results.token],
  },
  {
    name: 'the standard popup’s look cannot be had: the login goes on',
    answers: { cm: [cmYes()], 'page-option': [{ html: 'no', status: 500 }], ...TOKEN },
    steps: [...startPopup('1'), ...authorize()],
    requests: [wire.pageOption(), wire.cm({ authPageType: '1' }), wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'customerPrivacyConfig is no JSON: the login goes on',
    answers: { cm: [cmYes({ customerPrivacyConfig: '{"broken"' })], ...TOKEN },
    steps: [start(), ...authorize()],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.token],
  },
];

export const success: readonly Case[] = [...byPresentation, ...level1, ...odd];
