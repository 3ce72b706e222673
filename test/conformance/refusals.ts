import {
  APP,
  USER_INFORMATION,
  type Changes,
  type HeaderChanges,
  type Login,
} from '../services/test-client.js';

// What the documents say that the service refuses, in their words as the service sends them: the guide's typesetting puts a space between
// Chinese and Latin, and the texts that were seen on the wire have none.

/** How a request differs from one that is answered. */
export interface Wrong {
  headers?: HeaderChanges;
  body?: Changes;
  /** Inside the sealed body of step 1. */
  inside?: Changes;
  login?: Partial<Login>;
  sim?: string;
  /** It is sent a second time. */
  again?: true;
  /** Wrong tries that come before it. */
  tries?: number;
}

/** The code, its text and, unless only a fault makes the sandbox say it, the request that provokes it. */
export type Row = readonly [code: string, text: string, wrong?: Wrong];

export const NO_RIGHTS = { ...APP, appId: '300011111111', entitlement: 'none' } as const;
export const RIGHTS_OVER = { ...APP, appId: '300022222222', entitlement: 'expired' } as const;
/** Registered with another server than the one that the tests run on. */
export const ELSEWHERE = { ...APP, appId: '300033333333', serverAddresses: ['192.0.2.1'] };

const OLD = '20200101000000000';
const OTHER_PAGE = { referer: 'http://localhost:8000/other.html' };
const OTHER_ORIGIN = { origin: 'https://example.com' };

export const CM: readonly Row[] = [
  ['130010', '参数为空', { body: { version: undefined } }],
  ['105112', '时间戳非法', { body: { timestamp: OLD } }],
  ['105113', 'APPID非法或为空', { body: { appId: '' } }],
  ['103101', '错误的请求签名', { body: { sign: '0'.repeat(32) } }],
  ['110024', 'businessType配置错误', { body: { businessType: '3' } }],
  ['110023', '应用没有权益', { body: { appId: NO_RIGHTS.appId } }],
  ['110025', '权益已失效', { body: { appId: RIGHTS_OVER.appId } }],
  ['110026', 'Origin校验失败', { login: OTHER_ORIGIN }],
  ['170001', 'referer校验失败', { login: OTHER_PAGE }],
  ['103111', 'WAP网关IP错误', { sim: 'wifi' }],
  ['111002', '黑名单号码用户', { sim: 'blacklisted' }],
  ['103609', '物联网IP不允许取号', { sim: 'iot' }],
  ['105002', '移动网关取号失败', { sim: 'refusal-CM-105002' }],
  ['103134', 'WAP取号为空', { sim: 'refusal-CM-103134' }],
  ['103211', '其他错误', { again: true }],
];

/** Step 1 of China Telecom and China Unicom. */
export const PHONESCRIP: readonly Row[] = [
  ['301', '参数错误', { inside: { ver: '2.0' } }],
  ['103101', '错误的请求签名', { inside: { sign: '0'.repeat(32) } }],
  ['105113', 'APPID非法或为空', { headers: { appId: undefined } }],
  ['130030', '参数为空', { body: { encrypted: '' } }],
  ['105117', 'TRACEID为空', { headers: { traceId: undefined } }],
  ['108001', 'businessType is null (电信预取号接口)', { body: { businessType: undefined } }],
  ['104001', 'businessType config error', { body: { businessType: '9' } }],
  ['110023', '应用没有权益', { headers: { appId: NO_RIGHTS.appId } }],
  ['110025', '权益已失效', { headers: { appId: RIGHTS_OVER.appId } }],
  ['110026', 'Origin校验失败', { login: OTHER_ORIGIN }],
  ['170001', 'referer校验失败', { login: OTHER_PAGE }],
  ['130035', '其他错误', { again: true }],
  ['502', '电信/联通取号能力关闭'],
  ['503', '参数缺失'],
];

/** Step 3, whose `data` comes from the carrier's gateway. */
const CALLBACK: readonly Row[] = [
  ['301', '参数错误', { body: { ver: '2.0' } }],
  ['105113', 'APPID非法或为空', { headers: { appId: '300000000000' } }],
  ['130030', '参数为空', { headers: { authPageType: undefined } }],
  ['105117', 'TRACEID为空', { headers: { traceId: undefined } }],
  ['108001', 'businessType is null (电信回调接口)', { headers: { businessType: undefined } }],
  ['104001', 'businessType config error', { headers: { businessType: '1' } }],
  ['110023', '应用没有权益', { headers: { appId: NO_RIGHTS.appId } }],
  ['110025', '权益已失效', { headers: { appId: RIGHTS_OVER.appId } }],
  ['110026', 'Origin校验失败', { login: OTHER_ORIGIN }],
  ['170001', 'referer校验失败', { login: OTHER_PAGE }],
  ['103101', '错误的请求签名'],
];

export const CT_CALLBACK: readonly Row[] = [
  ...CALLBACK,
  ['105003', '电信网关取号失败', { body: { data: 'none of the gateway’s' } }],
];

export const CU_CALLBACK: readonly Row[] = [
  ...CALLBACK,
  ['105001', '联通网关取号失败', { body: { data: 'none of the gateway’s' } }],
  ['105003', '联通网关取号失败'],
];

const refusedBy = (operator: string, code: string, text: string): Row => [
  code,
  text,
  { sim: `refusal-${operator}-${code}` },
];

export const CT_GATEWAY: readonly Row[] = [
  ['-10011', '运营商不匹配', { sim: 'cm' }],
  ['-10004', '无效的IP', { sim: 'wifi' }],
  ['-10009', '时间超期', { again: true }],
  ...(
    [
      ['-10000', '取号异常'],
      ['-10001', '取号失败'],
      ['-10002', '参数错误'],
      ['-10003', '解密失败'],
      ['-10005', '异网授权回调参数异常'],
      ['-10006', '授权失败，且属于电信网络'],
      ['-10007', '重定向到异网取号'],
      ['-10008', '超过预设取号阈值'],
      ['-10010', '号码识别异常'],
      ['-10012', '区域不匹配'],
      ['-10013', '业务类型不支持该运营商'],
      ['-10014', 'AES解密失败'],
      ['-10015', 'Ipv6取号失败'],
      ['-10016', '安全校验失败'],
      ['-10017', 'redirect方式需要https的callback地址'],
      ['-20005', '签名非法'],
      ['-20006', '应用不存在'],
      ['-20007', '公钥数据不存在'],
      ['-20100', '内部解析错误'],
      ['-20102', '加密参数解析失败'],
      ['-30001', '时间戳非法'],
      ['-30003', 'topClass失效'],
      ['-99999', '服务内部错误'],
      ['51002', '参数为空'],
      ['51114', '无法获取手机号数据'],
      ['51207', '获取accessCode使用的appid与本次操作的appid不一致'],
      ['51208', '无效的accessCode,该accessCode无法在该业务中使用'],
    ] as const
  ).map(([code, text]) => refusedBy('CT', code, text)),
];

export const CU_GATEWAY: readonly Row[] = [
  ['105001', '联通网关取号失败', { sim: 'ct' }],
  ['105001', '联通网关取号失败', { again: true }],
  refusedBy('CU', '105003', '联通网关取号失败'),
];

/** Of the standard popup's look. The guide gives it no codes of its own. */
export const PAGE_OPTION: readonly Row[] = [
  ['301', '参数错误', { headers: { interfaceVersion: '2.0' } }],
  ['105113', 'APPID非法或为空', { headers: { appId: '1' } }],
  ['105117', 'TRACEID为空', { headers: { traceId: undefined } }],
  ['130030', '参数为空', { headers: { timestamp: undefined } }],
  ['108001', 'businessType is null (电信预取号接口)', { headers: { businessType: undefined } }],
  ['104001', 'businessType config error', { headers: { businessType: '1' } }],
  ['110026', 'Origin校验失败', { login: OTHER_ORIGIN }],
  ['170001', 'referer校验失败', { login: OTHER_PAGE }],
];

export const TOKEN: readonly Row[] = [
  ['103002', '没有填写必传参数', { headers: { timestamp: undefined } }],
  ['104000', 'app不存在', { headers: { appId: '300000000000' } }],
  ['104001', 'businessType校验失败', { headers: { businessType: '1' } }],
  ['104003', '应用没有权益', { headers: { appId: NO_RIGHTS.appId } }],
  ['104004', '权益已失效', { headers: { appId: RIGHTS_OVER.appId } }],
  ['104005', 'referer校验失败', { login: OTHER_PAGE }],
  ['104006', 'origin校验失败', { login: OTHER_ORIGIN }],
  ['104007', 'accessToken不存在', { again: true }],
  ['104008', 'accessToken校验失败', { body: { userInformation: decodeURIComponent(USER_INFORMATION) } }],
  ['104009', '超过失败次数限制获取Token', { tries: 3 }],
  ['104010', '配置错误', { headers: { interfaceVersion: '1.0' } }],
  ['104011', '手机号不能为空', { body: { phone: '' } }],
  ['104012', '本机号码校验失败', { body: { phone: '0'.repeat(32) } }],
  ['104014', 'busineseTYpe校验失败'],
  ['104015', '运管配置错误'],
  ['104016', '开放配置错误'],
  ['104018', '正在处理，请稍后'],
  ['104020', '电信取号异常'],
  ['104021', '联通取号异常'],
];

export const VALIDATION: readonly Row[] = [
  ['103001', '校验失败', { headers: { interfaceVersion: '1.0' } }],
  ['103002', '没有填写必传参数', { headers: { traceId: undefined } }],
  ['104000', 'app不存在', { headers: { appId: '300000000000' } }],
  ['104001', 'businessType校验失败', { headers: { businessType: '3' } }],
  ['104003', '应用没有权益', { headers: { appId: NO_RIGHTS.appId } }],
  ['104004', '权益已失效', { headers: { appId: RIGHTS_OVER.appId } }],
  ['104007', 'token不存在', { again: true }],
  ['104008', 'userInformation校验失败', { body: { userInformation: decodeURIComponent(USER_INFORMATION) } }],
  ['104012', '本机号码校验失败'],
  ['104013', '签名校验失败', { body: { sign: 'ABCD' } }],
  ['104017', '服务器IP校验失败', { headers: { appId: ELSEWHERE.appId } }],
];
