import { hintFor, type HintLanguage } from './hints.js';
import { networkError } from './network-error.js';

/**
 * Where a return code comes from: retrieval by China Mobile, China Telecom or China Unicom, getting the token, token validation
 * between the servers, or the script in the page itself.
 */
export type CodeSource = 'CM' | 'CT' | 'CU' | 'token' | 'validation' | 'script';

/** One return code of one source. No element imports this table: it is for the documentation and for tools. */
export interface ReturnCode {
  source: CodeSource;
  code: string;
  /** The guide's Chinese text; more than one where it gives the code twice. Empty where it gives none. */
  texts: readonly string[];
  /** The meaning, in English. */
  meaning: string;
  /** False for codes that public integrations have seen and the guide does not list. */
  listed: boolean;
}

type Row = readonly [code: string, meaning: string, ...texts: string[]];

const OK: Row = ['103000', 'success', '成功'];
const { code, message } = networkError('retrieval');
const NETWORK: Row = [code, 'the request did not come through', message];
const SIGN: Row = ['103101', 'the request’s signature is wrong', '错误的请求签名'];
const APP: Row = ['105113', 'the appId is unknown or empty', 'APPID 非法或为空'];
const NO_RIGHTS: Row = ['110023', 'the application has no entitlement', '应用没有权益'];
const RIGHTS_OVER: Row = ['110025', 'the entitlement has run out', '权益已失效'];
const ORIGIN: Row = ['110026', 'the page’s origin is not registered', 'Origin 校验失败'];
const REFERER: Row = ['170001', 'the page’s address is not registered', 'referer 校验失败'];

/** What China Telecom and China Unicom have in common. */
const PARTNERS: readonly Row[] = [
  OK,
  ['301', 'a parameter is wrong', '参数错误'],
  NETWORK,
  ['502', 'retrieval by China Telecom and China Unicom is switched off', '电信/联通取号能力关闭'],
  ['503', 'a parameter is missing', '参数缺失'],
  SIGN,
  APP,
  ['130030', 'a parameter is empty', '参数为空'],
  ['105117', 'the traceId is empty', 'TRACEID 为空'],
  [
    '108001',
    'businessType is missing, in the first or the last request to the service',
    'businessType is null ( 电信预取号接口 )',
    'businessType is null ( 电信回调接口 )',
  ],
  ['104001', 'businessType is not configured for the application', 'businessType config error'],
  RIGHTS_OVER,
  NO_RIGHTS,
  REFERER,
  ORIGIN,
  ['130035', 'any other error', '其他错误'],
];

const LISTED: Readonly<Record<Exclude<CodeSource, 'validation' | 'script'>, readonly Row[]>> = {
  CM: [
    OK,
    NETWORK,
    ['503', 'the page ended the login (endGetToken)', '获取 token 结束'],
    ['130010', 'a parameter is empty', '参数为空'],
    ['105002', 'the mobile gateway could not get the number', '移动网关取号失败'],
    ['105112', 'the timestamp is not valid', '时间戳非法'],
    APP,
    SIGN,
    ['103134', 'the carrier’s network gave no number', 'WAP 取号为空'],
    ['110024', 'businessType is configured wrongly', 'businessType 配置错误'],
    NO_RIGHTS,
    RIGHTS_OVER,
    ORIGIN,
    ['103111', 'the request did not come from the carrier’s network', 'WAP 网关 IP 错误'],
    ['111002', 'the number is blacklisted', '黑名单号码用户'],
    ['103609', 'numbers of IoT cards are not given out', '物联网 IP 不允许取号'],
    REFERER,
    ['103211', 'any other error', '其他错误'],
  ],
  CT: [
    ...PARTNERS,
    ['105003', 'China Telecom’s gateway could not get the number', '电信网关取号失败'],
    ['0', 'the carrier’s gateway answered normally', '处理结果正常'],
    ['-10000', 'retrieval broke off', '取号异常'],
    ['-10001', 'retrieval failed', '取号失败'],
    ['-10002', 'a parameter is wrong', '参数错误'],
    ['-10003', 'decryption failed', '解密失败'],
    ['-10004', 'the IP address is not valid', '无效的 IP'],
    [
      '-10005',
      'the callback of another carrier’s authorization has wrong parameters',
      '异网授权回调参数异常',
    ],
    ['-10006', 'authorization failed, though the network is China Telecom’s', '授权失败，且属于电信网络'],
    ['-10007', 'sent on to another carrier’s retrieval', '重定向到异网取号'],
    ['-10008', 'more retrievals than the limit that was set', '超过预设取号阈值'],
    ['-10009', 'the time is over', '时间超期'],
    ['-10010', 'the number could not be recognised', '号码识别异常'],
    ['-10011', 'the number belongs to another carrier', '运营商不匹配'],
    ['-10012', 'the number belongs to another region', '区域不匹配'],
    ['-10013', 'the service is not offered for this carrier', '业务类型不支持该运营商'],
    ['-10014', 'AES decryption failed', 'AES 解密失败'],
    ['-10015', 'no number could be got over IPv6', 'Ipv6 取号失败'],
    ['-10016', 'the security check failed', '安全校验失败'],
    ['-10017', 'a redirect needs an https callback address', 'redirect 方式需要 https 的 callback 地址'],
    ['-20005', 'the signature is not valid', '签名非法'],
    ['-20006', 'the application does not exist', '应用不存在'],
    ['-20007', 'the public key does not exist', '公钥数据不存在'],
    ['-20100', 'an inner parsing error', '内部解析错误'],
    ['-20102', 'the encrypted parameters could not be parsed', '加密参数解析失败'],
    ['-30001', 'the timestamp is not valid', '时间戳非法'],
    ['-30003', 'topClass is no longer valid', 'topClass 失效'],
    ['-99999', 'an inner error of the service', '服务内部错误'],
    ['51002', 'a parameter is empty', '参数为空'],
    ['51114', 'the number’s data could not be had', '无法获取手机号数据'],
    [
      '51207',
      'the accessCode was got with another appId',
      '获取 accessCode 使用的 appid 与本次操作的 appid 不一致',
    ],
    [
      '51208',
      'the accessCode cannot be used for this service',
      '无效的 accessCode,该 accessCode 无法在该业务中使用',
    ],
  ],
  CU: [
    ...PARTNERS,
    ['105001', 'China Unicom’s gateway could not get the number', '联通网关取号失败'],
    ['105003', 'China Unicom’s gateway could not get the number', '联通网关取号失败'],
  ],
  token: [
    ['501', 'the user closed the screen', '用户取消授权'],
    ['103002', 'a required parameter is missing', '没有填写必传参数'],
    ['104000', 'the application does not exist', 'app 不存在'],
    ['104001', 'businessType is wrong', 'businessType 校验失败'],
    ['104003', 'the application has no entitlement', '应用没有权益'],
    ['104004', 'the entitlement has run out', '权益已失效'],
    ['104005', 'the page’s address is not registered', 'referer 校验失败'],
    ['104006', 'the page’s origin is not registered', 'origin 校验失败'],
    ['104007', 'the accessToken does not exist', 'accessToken 不存在'],
    ['104008', 'the accessToken does not match', 'accessToken 校验失败'],
    ['104009', 'too many wrong tries: the number is locked', '超过失败次数限制获取 Token'],
    ['104010', 'a setting is wrong', '配置错误'],
    ['104011', 'the phone number is empty', '手机号不能为空'],
    ['104012', 'the digits do not complete this phone’s number', '本机号码校验失败'],
    ['104014', 'businessType is wrong', 'busineseTYpe 校验失败'],
    ['104015', 'the carrier’s settings are wrong', '运管配置错误'],
    ['104016', 'the open platform’s settings are wrong', '开放配置错误'],
    ['104018', 'still being processed', '正在处理，请稍后'],
    ['104020', 'retrieval by China Telecom broke off', '电信取号异常'],
    ['104021', 'retrieval by China Unicom broke off', '联通取号异常'],
  ],
};

/** Codes seen in use. One that is met for the first time is added here, and to a remedy in `hints.ts`. */
const UNLISTED: Readonly<Partial<Record<CodeSource, readonly Row[]>>> = {
  script: [
    ['504', 'the network does not allow retrieval: the phone is online over Wi-Fi'],
    ['505', 'the popup’s options are not set: authPageType 2 without CustomControlsInit'],
    [
      '506',
      'the screen could not be shown, or the page hid or removed it; a popup without container and mask',
    ],
    ['507', 'the digits are not complete (authGetTokenByLayer)'],
    ['508', 'the agreement is not ticked (authGetTokenByLayer)'],
    ['103005', 'an inner error: the token request itself failed'],
  ],
  validation: [
    ['103000', 'success'],
    ['103001', 'validation failed'],
    ['103002', 'a required parameter is missing'],
    ['104000', 'the application does not exist'],
    ['104001', 'businessType is wrong'],
    ['104003', 'the application has no entitlement'],
    ['104004', 'the entitlement has run out'],
    ['104007', 'the token does not exist: older than 2 minutes, or used before', 'token 不存在'],
    ['104008', 'the token does not match the application or the userInformation'],
    ['104012', 'the number does not match'],
    ['104013', 'the request’s RSA signature is wrong'],
    ['104017', 'the server’s IP address is not registered'],
  ],
};

const rows = (
  table: Readonly<Partial<Record<CodeSource, readonly Row[]>>>,
  listed: boolean,
): ReturnCode[] => {
  const sources: readonly CodeSource[] = ['CM', 'CT', 'CU', 'token', 'validation', 'script'];
  return sources.flatMap((source) =>
    (table[source] ?? []).map(([code, meaning, ...texts]) => ({ source, code, texts, meaning, listed })),
  );
};

/** Every known return code, by source: those of the guide's section 4, then those seen in public integrations. */
export const RETURN_CODES: readonly ReturnCode[] = [...rows(LISTED, true), ...rows(UNLISTED, false)];

const PARTNER_SOURCES: ReadonlySet<CodeSource> = new Set(['CT', 'CU']);
const SUCCESSES: ReadonlySet<string> = new Set(['103000', '0']);

/**
 * What to do about a code; empty for success. A 503 of China Telecom or China Unicom is a missing parameter, every
 * other is the page's own.
 */
export const remedyText = (
  { source, code }: Pick<ReturnCode, 'source' | 'code'>,
  language: HintLanguage,
): string =>
  SUCCESSES.has(code) ? '' : hintFor({ code, ...(PARTNER_SOURCES.has(source) && { YDData: {} }) }, language);
