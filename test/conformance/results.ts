import type { Told } from './case-page.js';
import { FINGERPRINT, TRACE_ID } from './wire.js';

/** The callbacks' objects, whole. */

export const token: Told = [
  'success',
  { code: '103000', message: 'token获取成功', token: 'STsid-token', userInformation: FINGERPRINT },
];

export const called = (name: string, [, result]: Told): Told => [name, result];

export const error = (code: string, message: string): Told => ['error', { msgId: TRACE_ID, code, message }];

export const cancelled = error('501', '用户取消授权');
export const ended = error('503', '获取token结束');
export const innerError = error('103005', 'inner error');
export const wrongDigits = error('104012', '本机号码校验失败');

type Carrier = { code: string; message: string } | Record<string, never>;

export const said = (code: string, message: string): Carrier => ({ code, message });
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
  { code: '103000', message: '号码已补全，协议已勾选', msgId: TRACE_ID },
];

export const NO_LAYER = '弹窗加载失败：页面上没有弹窗的容器';
