import {
  HTML_PAGE,
  RESET,
  RETRIEVED,
  STATUS_500,
  cmNo,
  cmYes,
  no,
  tokenYes,
  wrongDigits,
} from '../answers.js';
import type { Case, Step } from '../case.js';
import * as results from '../results.js';
import type { ScriptedAnswer } from '../script.js';
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
  press,
  start,
  startPopup,
  tick,
} from '../steps.js';
import * as wire from '../wire.js';
import { OPERATORS } from '../wire.js';

const CM = { cm: [cmYes()] };
const WRONG = wire.token('CM', { phone: wire.WRONG_MD5 });
/** What a custom popup begins with: China Mobile, and the look, which stands first. */
const CUSTOM = [wire.pageOption(), wire.cm({ authPageType: '2' })];
const { layerLoaded, layerComplete } = results;

/** A layer that stands in the page. */
const inPage: Step[] = [container(), layer(), ...startPopup()];
const layerError = (code: string, message: string) =>
  results.called('layer error', results.error(code, message));
const layerToken = results.called('layer success', results.token);

const cancelled: Case[] = [
  ...OPERATORS.map((operator): Case => ({
    name: `the user leaves the standard page (${operator})`,
    answers: RETRIEVED[operator],
    steps: [start(), press('back')],
    requests: wire.retrieval(operator),
    callbacks: [results.cancelled],
  })),
  {
    name: 'the user closes the standard popup',
    answers: { ...CM, 'page-option': [no('103000', '')] },
    steps: [...startPopup('1'), press('close')],
    requests: [wire.pageOption(), wire.cm({ authPageType: '1' })],
    callbacks: [results.cancelled],
  },
  {
    name: 'the user closes the custom popup with a mask',
    answers: CM,
    steps: [layer(MASK), ...startPopup(), press('close')],
    requests: [...CUSTOM],
    callbacks: [results.cancelled],
  },
  {
    name: 'the user closes the layer in the page',
    answers: CM,
    steps: [...inPage, press('close')],
    requests: [...CUSTOM],
    callbacks: [layerLoaded, results.cancelled],
  },
  {
    name: 'the user closes the screen after wrong digits',
    answers: { ...CM, token: [wrongDigits()] },
    steps: [start(), fill('9999'), tick, press('back')],
    requests: [wire.cm(), WRONG],
    callbacks: [results.cancelled],
  },
];

const wrong: Case[] = [
  {
    name: 'wrong digits once',
    answers: { ...CM, token: [wrongDigits(), tokenYes()] },
    steps: [start(), fill('9999'), tick, fill('0013')],
    requests: [wire.cm(), WRONG, wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'wrong digits twice',
    answers: { ...CM, token: [wrongDigits(), wrongDigits(), tokenYes()] },
    steps: [start(), fill('9999'), tick, fill('9999'), fill('0013')],
    requests: [wire.cm(), WRONG, WRONG, wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'wrong digits three times: the service says when it is enough',
    answers: {
      ...CM,
      token: [wrongDigits(), wrongDigits(), wrongDigits(), no('104009', '超过失败次数限制获取Token')],
    },
    steps: [start(), fill('9999'), tick, fill('9999'), fill('9999'), fill('9999')],
    requests: [wire.cm(), WRONG, WRONG, WRONG, WRONG],
    callbacks: [results.error('104009', '超过失败次数限制获取Token')],
  },
  {
    name: 'wrong digits, and the number is locked',
    answers: { ...CM, token: [wrongDigits(), no('104009', '超过失败次数限制获取Token')] },
    steps: [start(), fill('9999'), tick, fill('9999')],
    requests: [wire.cm(), WRONG, WRONG],
    callbacks: [results.error('104009', '超过失败次数限制获取Token')],
  },
  {
    name: 'wrong digits in the page call nothing, and the layer is filled in again',
    answers: { ...CM, token: [wrongDigits(), tokenYes()] },
    steps: [...inPage, fill('9999'), tick, byLayer, asked('token'), fill('0013'), heard(3), byLayer],
    requests: [...CUSTOM, WRONG, wire.token()],
    callbacks: [layerLoaded, layerComplete, layerComplete, layerToken],
  },
  {
    name: 'wrong digits in the page until the number is locked',
    answers: {
      ...CM,
      token: [wrongDigits(), wrongDigits(), wrongDigits(), no('104009', '超过失败次数限制获取Token')],
    },
    steps: [
      ...[...inPage, fill('9999'), tick, byLayer, asked('token'), fill('9999'), heard(3), byLayer],
      ...[asked('token', 2), fill('9999'), heard(4), byLayer],
      ...[asked('token', 3), fill('0013'), heard(5), byLayer, heard(6), byLayer],
    ],
    requests: [...CUSTOM, WRONG, WRONG, WRONG, wire.token()],
    callbacks: [
      ...[layerLoaded, layerComplete, layerComplete, layerComplete, layerComplete],
      ...[layerError('104009', '超过失败次数限制获取Token'), results.noLayer],
    ],
  },
  {
    name: 'wrong digits in the page, and the user closes the layer: who waits for the token hears it',
    answers: { ...CM, token: [wrongDigits()] },
    steps: [...inPage, fill('9999'), tick, byLayer, asked('token'), fill('99'), press('close')],
    requests: [...CUSTOM, WRONG],
    callbacks: [layerLoaded, layerComplete, layerError('501', '用户取消授权')],
  },
];

const expired: Case[] = [
  {
    name: 'the accessToken has expired',
    answers: { ...CM, token: [no('104007', 'accessToken不存在')] },
    steps: [start(), ...authorize()],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.error('104007', 'accessToken不存在')],
  },
  {
    name: 'the accessToken has expired, in the page',
    answers: { ...CM, token: [no('104007', 'accessToken不存在')] },
    steps: [...inPage, ...authorize(), byLayer],
    requests: [...CUSTOM, wire.token()],
    callbacks: [layerLoaded, layerComplete, layerError('104007', 'accessToken不存在')],
  },
];

const NO_ANSWER: readonly [name: string, answer: ScriptedAnswer][] = [
  ['the connection is reset', RESET],
  ['a page of HTML', HTML_PAGE],
  ['HTTP status 500', STATUS_500],
  ['no code', { json: {} }],
  ['success without a token', no('103000', '成功')],
];

const innerErrors: Case[] = [
  ...NO_ANSWER.map(([name, answer]): Case => ({
    name: `103005 when the token’s request is answered with ${name}`,
    answers: { ...CM, token: [answer] },
    steps: [start(), ...authorize()],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.innerError],
  })),
  {
    name: '103005 of authGetTokenByLayer',
    answers: { ...CM, token: [RESET] },
    steps: [...inPage, ...authorize(), byLayer],
    requests: [...CUSTOM, wire.token()],
    callbacks: [layerLoaded, layerComplete, layerError('103005', 'inner error')],
  },
];

const withoutArguments: Step = (page) => {
  page.login.authGetTokenByLayer();
};
const byObject: Step = (page) => {
  page.login.authGetTokenByLayer({ success: page.hears('layer success'), error: page.hears('layer error') });
};

const layerInPage: Case[] = [
  {
    name: '507: digits missing',
    answers: CM,
    steps: [...inPage, fill('00'), tick, byLayer, heard(2), end],
    requests: [...CUSTOM],
    callbacks: [layerLoaded, layerError('507', '用户未补齐4位号码'), results.ended],
  },
  {
    name: '507 comes before 508',
    answers: CM,
    steps: [...inPage, fill(''), byLayer, heard(2), end],
    requests: [...CUSTOM],
    callbacks: [layerLoaded, layerError('507', '用户未补齐4位号码'), results.ended],
  },
  {
    name: '508: the agreement is not ticked, then it is',
    answers: { ...CM, token: [tokenYes()] },
    steps: [...inPage, fill('0013'), byLayer, heard(2), tick, byLayer],
    requests: [...CUSTOM, wire.token()],
    callbacks: [layerLoaded, layerError('508', '用户未勾选协议'), layerComplete, layerToken],
  },
  {
    name: '508 at level 1',
    answers: { cm: [cmYes({ authLevel: '1' })] },
    steps: [...inPage, heard(1), byLayer, heard(2), end],
    requests: [...CUSTOM],
    callbacks: [layerLoaded, layerError('508', '用户未勾选协议'), results.ended],
  },
  {
    name: 'authGetTokenByLayer with an object',
    answers: { ...CM, token: [tokenYes()] },
    steps: [...inPage, ...authorize(), byObject],
    requests: [...CUSTOM, wire.token()],
    callbacks: [layerLoaded, layerComplete, layerToken],
  },
  {
    name: 'authGetTokenByLayer twice at once buys one token',
    answers: { ...CM, token: [tokenYes(), tokenYes()] },
    steps: [...inPage, ...authorize(), byLayer, byLayer],
    requests: [...CUSTOM, wire.token()],
    callbacks: [layerLoaded, layerComplete, layerToken],
  },
  {
    name: 'authGetTokenByLayer without callbacks',
    answers: { ...CM, token: [no('104012', '本机号码校验失败'), tokenYes()] },
    steps: [...inPage, fill('9999'), tick, withoutArguments, asked('token'), fill('0013'), byLayer],
    requests: [...CUSTOM, WRONG, wire.token()],
    callbacks: [layerLoaded, layerComplete, layerComplete, layerToken],
  },
  {
    name: 'the container that CustomControlsInit names',
    answers: { ...CM, token: [tokenYes()] },
    steps: [...[container('mine'), layer({}, 'mine'), ...startPopup()], ...[...authorize(), byLayer]],
    requests: [...CUSTOM, wire.token()],
    callbacks: [layerLoaded, layerComplete, layerToken],
  },
  {
    name: 'a container that is not there, but the documented one is',
    answers: { ...CM, token: [tokenYes()] },
    steps: [...[container(), layer({}, 'gone'), ...startPopup()], ...[...authorize(), byLayer]],
    requests: [...CUSTOM, wire.token()],
    callbacks: [layerLoaded, layerComplete, layerToken],
  },
  {
    name: '505: no CustomControlsInit, so that nothing is asked',
    answers: CM,
    steps: [container(), start({ authPageType: '2' })],
    requests: [],
    callbacks: [results.error('505', '弹窗配置项未初始化，请先调用CustomControlsInit')],
  },
  {
    name: '506: neither container nor mask',
    answers: CM,
    steps: [layer(), start({ authPageType: '2' })],
    // The look is dropped at once.
    requests: [wire.cm({ authPageType: '2' })],
    callbacks: [results.error('506', '弹窗加载失败')],
  },
  {
    name: '507: authGetTokenByLayer before there is a layer',
    answers: {},
    steps: [byLayer],
    requests: [],
    callbacks: [results.noLayer],
  },
];

const again =
  (changes: object = {}): Step =>
  (page) => {
    page.getTokenInfo(changes, 'second ');
  };

/** The other carriers refuse as well. */
const FAILED = {
  'ct-phonescrip': [no('105003', '电信网关取号失败')],
  'cu-phonescrip': [no('105001', '联通网关取号失败')],
};

const repeated: Case[] = [
  {
    name: 'a second getTokenInfo during retrieval is ignored',
    answers: { ...CM, token: [tokenYes()] },
    steps: [start(), again(), asked('cm'), again(), ...authorize()],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'a second getTokenInfo while the user is asked is ignored',
    answers: { ...CM, token: [tokenYes()] },
    steps: [start(), fill('0013'), again(), tick],
    requests: [wire.cm(), wire.token()],
    callbacks: [results.token],
  },
  {
    name: 'another getTokenInfo after a failure',
    answers: { ...FAILED, cm: [cmNo(), cmYes()], token: [tokenYes()] },
    steps: [start(), heard(1), again(), ...authorize()],
    requests: [wire.cm(), wire.ctPhonescrip(), wire.cuPhonescrip(), wire.cm(), wire.token()],
    callbacks: [
      results.retrievalError(
        results.notMine,
        results.said('105003', '电信网关取号失败'),
        results.said('105001', '联通网关取号失败'),
      ),
      results.called('second success', results.token),
    ],
  },
  {
    name: 'another getTokenInfo after a token',
    answers: { cm: [cmYes(), cmYes()], token: [tokenYes(), tokenYes()] },
    steps: [start(), ...authorize(), heard(1), again(), ...authorize()],
    requests: [wire.cm(), wire.token(), wire.cm(), wire.token()],
    callbacks: [results.token, results.called('second success', results.token)],
  },
  {
    name: 'another getTokenInfo when the page has thrown the layer out',
    answers: { cm: [cmYes(), cmYes()], token: [tokenYes()] },
    steps: [
      ...[...inPage, fill('00')],
      (page) => {
        document.querySelector('[data-case]')?.replaceChildren();
        page.getTokenInfo({}, 'second ');
      },
      ...authorize(),
    ],
    requests: [...CUSTOM, wire.cm(), wire.token()],
    callbacks: [layerLoaded, results.ended, results.called('second success', results.token)],
  },
];

const onWifi: Step = (page) => {
  Object.defineProperty(navigator, 'connection', { value: { type: 'wifi' }, configurable: true });
  page.undo(() => Reflect.deleteProperty(navigator, 'connection'));
};

const refused: Case[] = [
  {
    name: '504: the browser knows that the phone is on Wi-Fi',
    answers: CM,
    steps: [onWifi, start()],
    requests: [],
    callbacks: [results.error('504', '当前网络类型不允许取号，请使用移动数据网络')],
  },
  {
    name: '105113: no appId',
    answers: CM,
    steps: [start({ appId: '' })],
    requests: [],
    callbacks: [results.error('105113', 'APPID 非法或为空：请设置 app-id')],
  },
  {
    name: '130010: no sign',
    answers: CM,
    steps: [start({ sign: null })],
    requests: [],
    callbacks: [results.error('130010', '参数为空：credentials 缺少 sign、traceId 或 timestamp')],
  },
  {
    name: '105112: a timestamp of another shape',
    answers: CM,
    steps: [start({ timestamp: '2024-02-29' })],
    requests: [],
    callbacks: [results.error('105112', '时间戳非法：timestamp 应为 17 位数字')],
  },
];

export const asking: readonly Case[] = [
  ...[...cancelled, ...wrong, ...expired, ...innerErrors],
  ...[...layerInPage, ...repeated, ...refused],
];
