import { YdrzError, type DocumentedError } from '../codes/ydrz-error.js';
import type { LayerNotice, NumberSuccess, TokenSuccess } from '../flow/official/official-interface.js';
import type { Retrieved } from '../flow/retrieve-number.js';
import type { TokenResult } from '../flow/types.js';

// Every object here is made for one call of one callback and has the documented keys: pages log, copy and send them.

/** The guide's four keys and `msgId`, which the official script sends too. */
export const tokenSuccess = ({
  code,
  message,
  token,
  userInformation,
  msgId,
}: TokenResult): TokenSuccess => ({
  ...{ code, message, token, userInformation, msgId },
});

export const layerLoaded = (msgId: string): LayerNotice => ({
  code: '103000',
  message: '弹窗加载成功',
  msgId,
});

export const layerComplete = (msgId: string): LayerNotice => ({
  code: '103000',
  message: '用户已输入中间四位号码并勾选协议',
  msgId,
});

/** Level 5: what a screen of the page's own needs, and authGetToken after it. */
export const numberSuccess = ({ parameters, retrieval }: Retrieved): NumberSuccess => ({
  code: '103000',
  message: '获取AccessToken成功',
  msgId: parameters.traceId,
  accessToken: retrieval.accessToken,
  maskPhone: retrieval.maskPhone,
  oper: retrieval.operator,
});

/** A failure; before the service has answered anything, only the page knows the msgId. */
export const errorObject = (error: YdrzError, msgId: string): DocumentedError => ({
  ...error.toJSON(),
  msgId: error.msgId || msgId,
});

/** The codes that the facade itself gives: they are in public integrations, not in the guide. */
const REFUSALS = {
  '504': '当前网络类型不允许取号，请使用移动数据网络',
  '505': '弹窗配置项未初始化，请先调用CustomControlsInit',
  '506': '弹窗加载失败',
  '507': '用户未补齐4位号码',
  '508': '用户未勾选协议',
} as const;

export const refusal = (code: keyof typeof REFUSALS): YdrzError =>
  new YdrzError({ code, message: REFUSALS[code], phase: 'authorization' });
