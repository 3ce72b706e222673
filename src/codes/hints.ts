import type { YdrzError } from './ydrz-error.js';

/** The languages that hints are written in. */
export type HintLanguage = 'zh-CN' | 'en';

/**
 * Which codes call for which remedy. The codes are those of the guide's section 4 and of public integrations;
 * a code that stands nowhere here is answered with `unknown`.
 */
const REMEDIES = {
  cellular:
    '504 103111 103134 105001 105002 105003 51114 -10000 -10001 -10004 -10006 -10007 -10010 -10011 -10012 -10013 -10015',
  network: '500 103005',
  signature: '103101 104013 -20005 -10016 -20007',
  clock: '105112 -30001 -10009',
  app: '105113 104000 -20006 51207',
  parameter: '130010 130030 105117 108001 103002 104011 51002 301 -10002 103001',
  business: '110024 104001 104014',
  rights: '110023 110025 104003 104004 -10008',
  closed: '502',
  origin: '110026 104006',
  referer: '170001 104005',
  barred: '111002',
  iot: '103609',
  cancelled: '501',
  ended: '503',
  expired: '104007 51208',
  binding: '104008',
  locked: '104009',
  digits: '104012',
  setting: '104010 104015 104016',
  caller: '104017',
  busy: '104018 103211 130035 -99999 104020 104021 -10003 -10005 -10014 -10017 -20100 -20102 -30003',
  layer: '505',
  container: '506',
  incomplete: '507',
  consent: '508',
} as const satisfies Record<string, string>;

export type Remedy = keyof typeof REMEDIES | 'unknown';

const TEXTS: Record<HintLanguage, Record<Remedy, string>> = {
  'zh-CN': {
    cellular: '请关闭 Wi-Fi 和 VPN，用本机 SIM 卡的移动数据再试；热点和双卡的另一张卡取不到号。',
    network: '请求没有到达或没有可用的应答：检查网络、gateway 地址、服务端状态和页面的 CSP connect-src。',
    signature: '检查服务器的 appkey 与签名的拼接顺序；token 校验用 RSA 私钥，对应登记的公钥。',
    clock: '时间戳应为 17 位 yyyyMMddHHmmssSSS（北京时间），服务器时钟误差须在十分钟内。',
    app: '检查 app-id 是否填写，并与能力平台上登记的一致。',
    parameter: '有必填参数为空或格式不对：检查凭证接口返回的 sign、traceId、timestamp 和页面的设置。',
    business: 'businessType 必须是 8，且应用已开通一键登录。',
    rights: '应用没有此能力或权益已到期，请在能力平台开通或续期。',
    closed: '该应用未开通电信、联通取号，请联系能力平台开通。',
    origin: '把页面的 origin（协议、域名、端口，不带路径）登记到能力平台。',
    referer: '把页面的完整地址（不带 # 和 ? 之后的部分）登记到能力平台，一字不差。',
    barred: '该号码被列入黑名单，请改用其他登录方式。',
    iot: '物联网卡不能取号，请改用其他登录方式。',
    cancelled: '用户关闭了授权界面，可再次点击登录或改用其他方式。',
    ended: '页面结束了这次登录，可以重新发起。',
    expired: '凭证已过期或已使用：token 两分钟内有效且只能用一次，请重新登录。',
    binding: '应用、浏览器信息或凭证不一致：userInformation 必须原样传递，不要解码。',
    locked: '错误次数过多，号码暂被锁定，请稍后再试或改用其他登录方式。',
    digits: '补全的数字与本机号码不符，请核对后重新输入。',
    setting: '能力平台上的应用配置有误，请与平台核对。',
    caller: '把业务服务器的出口 IP 登记到能力平台。',
    busy: '服务暂时无法处理，请稍后重试；持续出现时请带 msgId 联系能力平台。',
    layer: '请先调用 CustomControlsInit，再调用 getTokenInfo。',
    container: '页面上没有弹窗的容器：放置 id 相符的元素，或打开 maskStyle.ifShowMask。',
    incomplete: '请先补全手机号码。',
    consent: '请先阅读并同意协议。',
    unknown: '未收录的返回码，请带 msgId 联系能力平台。',
  },
  en: {
    cellular:
      'Turn off Wi-Fi and VPN and use this SIM’s mobile data; a hotspot or the second SIM cannot be recognised.',
    network:
      'No usable answer: check the network, the gateway address, the server and the page’s CSP connect-src.',
    signature:
      'Check the server’s appkey and the order of the signed fields; token validation needs the RSA key whose public half is registered.',
    clock:
      'The timestamp must be 17 digits, yyyyMMddHHmmssSSS in China time, from a clock within ten minutes.',
    app: 'Check that app-id is set and is the one registered with the service.',
    parameter:
      'A required value is missing or malformed: check sign, traceId and timestamp from the credentials endpoint, and the page’s settings.',
    business: 'businessType must be 8 and one-tap login enabled for the application.',
    rights:
      'The application lacks this capability or its entitlement has run out: renew it with the service.',
    closed:
      'China Telecom and China Unicom are not enabled for this application: ask the service to enable them.',
    origin: 'Register the page’s origin (scheme, host and port, no path) with the service.',
    referer: 'Register the page’s full address (without # and ? parts) with the service, to the letter.',
    barred: 'This number is blacklisted: offer another way to log in.',
    iot: 'IoT SIMs cannot log in: offer another way to log in.',
    cancelled: 'The user closed the screen: let them try again or offer another way.',
    ended: 'The page ended this login; it may start another.',
    expired: 'The credential is used or too old: a token lives for 2 minutes and works once. Log in again.',
    binding:
      'Application, browser or credential do not match: pass userInformation on unaltered, never decoded.',
    locked: 'Too many wrong tries, the number is locked for a while: try later or offer another way.',
    digits: 'The digits do not complete this phone’s number: check them and try again.',
    setting: 'The application’s settings at the service are wrong: check them there.',
    caller: 'Register the business server’s outgoing IP address with the service.',
    busy: 'The service could not handle it now: try again; if it persists, ask the service and quote the msgId.',
    layer: 'Call CustomControlsInit before getTokenInfo.',
    container:
      'There is no container for the layer: add the element with that id, or set maskStyle.ifShowMask.',
    incomplete: 'Fill in the hidden digits first.',
    consent: 'Read and accept the agreements first.',
    unknown: 'This code is not documented: ask the service and quote the msgId.',
  },
};

const REMEDY_OF: ReadonlyMap<string, Remedy> = new Map(
  Object.entries(REMEDIES).flatMap(([remedy, codes]) =>
    codes.split(' ').map((code): [string, Remedy] => [code, isRemedy(remedy) ? remedy : 'unknown']),
  ),
);

function isRemedy(name: string): name is Remedy {
  return name in REMEDIES;
}

/** What kind of remedy a code calls for; 503 means a missing parameter where a carrier said it. */
export const remedyFor = (code: string, saidByCarrier = false): Remedy =>
  saidByCarrier && code === '503' ? 'parameter' : (REMEDY_OF.get(code) ?? 'unknown');

/** Whether a carrier's code says more than that the number is not one of its own, or that it did not answer. */
export const isTelling = (code: string): boolean => {
  const remedy = remedyFor(code, true);
  return remedy !== 'cellular' && remedy !== 'network';
};

/** What to do about an error, in a sentence; Chinese for every language but English. */
export const hintFor = (error: Pick<YdrzError, 'code' | 'YDData'>, language = 'zh-CN'): string =>
  TEXTS[/^en\b/i.test(language) ? 'en' : 'zh-CN'][remedyFor(error.code, error.YDData !== undefined)];
