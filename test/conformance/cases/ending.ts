import { RETRIEVED, SILENCE, cmNo, cmYes, tokenYes } from '../answers.js';
import type { Case, Step } from '../case.js';
import * as results from '../results.js';
import type { RequestName } from '../script.js';
import {
  MASK,
  asked,
  authorize,
  byLayer,
  container,
  end,
  fill,
  heard,
  layer,
  start,
  startPopup,
} from '../steps.js';
import * as wire from '../wire.js';
import type { ExpectedRequest, Operator } from '../wire.js';

const CM = { cm: [cmYes()] };
const CUSTOM = [wire.pageOption(), wire.cm({ authPageType: '2' })];
const inPage: Step[] = [container(), layer(), ...startPopup()];

/** While each request of retrieval waits for its answer. */
const HOPS: readonly [operator: Operator, hop: RequestName][] = [
  ['CM', 'cm'],
  ['CT', 'ct-phonescrip'],
  ['CT', 'ct-script'],
  ['CT', 'ct-callback'],
  ['CU', 'cu-phonescrip'],
  ['CU', 'cu-script'],
  ['CU', 'cu-callback'],
];

const upTo = (requests: readonly ExpectedRequest[], name: RequestName): ExpectedRequest[] =>
  requests.slice(0, requests.findIndex((request) => request.name === name) + 1);

const screens: readonly [name: string, before: Step[], data: object, requests: ExpectedRequest[]][] = [
  ['the standard page', [], {}, [wire.cm()]],
  ['the standard popup', [], { authPageType: '1' }, [wire.pageOption(), wire.cm({ authPageType: '1' })]],
  ['the custom page', [], { authPageType: '3' }, [wire.cm({ authPageType: '3' })]],
  ['the custom popup with a mask', [layer(MASK)], { authPageType: '2' }, CUSTOM],
];

const again: Step = (page) => {
  page.getTokenInfo({}, 'second ');
};

export const ending: readonly Case[] = [
  {
    name: 'before anything: nothing happens, and a login works',
    answers: { ...CM, token: [tokenYes()] },
    steps: [end, start(), ...authorize()],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'at once: one error, and no screen',
    answers: { cm: [SILENCE] },
    steps: [
      (page) => {
        page.getTokenInfo();
        page.login.endGetToken();
        page.login.endGetToken();
      },
      heard(1),
    ],
    // Whether a request that is given up in the same instant still leaves the browser is the browser's business.
    requests: [],
    callbacks: [results.ended],
  },
  ...HOPS.map(([operator, hop]): Case => ({
    name: `while ${hop} waits for its answer`,
    answers: { ...RETRIEVED[operator], [hop]: [SILENCE] },
    steps: [start(), asked(hop), end, end],
    requests: upTo(wire.retrieval(operator), hop),
    callbacks: [results.ended],
  })),
  {
    name: 'while the popup’s look and the number are fetched',
    answers: { cm: [cmNo()], 'ct-phonescrip': [SILENCE], 'page-option': [SILENCE] },
    steps: [start({ authPageType: '1' }), asked('ct-phonescrip'), asked('page-option'), end],
    requests: [wire.pageOption(), wire.cm({ authPageType: '1' }), wire.ctPhonescrip()],
    callbacks: [results.ended],
  },
  ...screens.map(([name, before, data, requests]): Case => ({
    name: `while ${name} is open`,
    answers: CM,
    steps: [...before, start(data), ...requests.map(({ name }) => asked(name)), fill('00'), end],
    requests,
    callbacks: [results.ended],
  })),
  {
    name: 'while the layer in the page is open',
    answers: CM,
    steps: [...inPage, fill('00'), end],
    requests: [...CUSTOM],
    callbacks: [results.layerLoaded, results.ended],
  },
  {
    name: 'while the layer in the page is filled in',
    answers: CM,
    steps: [...inPage, ...authorize(), end, heard(3), byLayer],
    requests: [...CUSTOM],
    callbacks: [...[results.layerLoaded, results.layerComplete, results.ended], results.noLayer],
  },
  {
    name: 'while the token is fetched',
    answers: { ...CM, token: [SILENCE] },
    steps: [start(), ...authorize(), asked('token'), end],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.ended],
  },
  {
    name: 'while the layer’s token is fetched: authGetTokenByLayer is told',
    answers: { ...CM, token: [SILENCE] },
    steps: [...inPage, ...authorize(), byLayer, asked('token'), end],
    requests: [...CUSTOM, wire.token()],
    callbacks: [results.layerLoaded, results.layerComplete, results.called('layer error', results.ended)],
  },
  {
    name: 'after the token: nothing happens',
    answers: { ...CM, token: [tokenYes()] },
    steps: [start(), ...authorize(), heard(1), end],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'and another getTokenInfo at once',
    answers: { cm: [SILENCE, cmYes()], token: [tokenYes()] },
    steps: [...[start(), asked('cm'), end, again], ...authorize()],
    requests: [wire.cm(), wire.cm(), wire.token()],
    callbacks: [results.ended, results.called('second success', results.token)],
  },
];
