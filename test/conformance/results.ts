import type { Told } from './case-page.js';
import { FINGERPRINT, TRACE_ID } from './wire.js';

/** The callbacks' objects, whole. */

export const token: Told = [
  'success',
  {
    ...{ code: '103000', message: '成功', token: 'STsid-token' },
    ...{ userInformation: FINGERPRINT, msgId: TRACE_ID },
  },
];

export const called = (name: string, [, result]: Told): Told => [name, result];

export const error = (code: string, message: string): Told => ['error', { msgId: TRACE_ID, code, message }];

export const cancelled = error('501', '用户取消授权');
export const ended = error('503', '获取token结束');
export const innerError = error('103005', 'inner error');
export const wrongDigits = error('104012', '本机号码校验失败');

type Carrier = { code: string; message: string; result?: string } | Record<string, never>;

export const said = (code: string, message: string, more: { result?: string } = {}): Carrier => ({
  ...{ code, message },
  ...more,
});
export const notMine = said('103111', 'WAP网关IP错误');
export const notTelecom = said('-10011', '运营商不匹配');
export const network = said('500', '网络异常，请检查网络设置');

export const retrievalError = (YDData: Carrier, CTData: Carrier = {}, CUData: Carrier = {}): Told => [
  'error',
  { msgId: TRACE_ID, YDData, CTData, CUData },
];

export const layerLoaded: Told = ['success', { code: '103000', message: '弹窗加载成功', msgId: TRACE_ID }];

export const layerComplete: Told = [
  'layerCallback',
  { code: '103000', message: '用户已输入中间四位号码并勾选协议', msgId: TRACE_ID },
];

/** authGetTokenByLayer where there is no layer. */
export const noLayer: Told = ['layer error', { msgId: '', code: '507', message: '用户未补齐4位号码' }];
