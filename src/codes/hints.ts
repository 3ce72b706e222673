import type { YdrzError } from './ydrz-error.js';

/** The languages that hints are written in. */
export type HintLanguage = 'zh-CN' | 'en';

/** A remedy: the codes that call for it (section 4 of the guide, and public integrations), and what to do. */
type Remedy = readonly [codes: string, zhCn: string, en: string];

/** The SIM's carrier could not recognise it. */
const CELLULAR: Remedy = [
  '504 103111 103134 105001 105002 105003 51114 -10000 -10001 -10004 -10006 -10007 -10010 -10011 -10012 -10013 -10015',
  '请用主卡的移动数据，关闭 Wi-Fi 和 VPN，不用热点。',
  'Use the main SIM’s mobile data, without Wi-Fi, VPN or hotspot.',
];

/** The request or its answer did not come through. */
const NETWORK: Remedy = [
  '500 103005',
  '没有可用的应答：检查网络、服务地址、页面的 CSP 和 jsonp-hosts。',
  'No usable answer: check the network, the service’s address, the page’s CSP and jsonp-hosts.',
];

const PARAMETER: Remedy = [
  '130010 130030 105117 108001 103002 104011 51002 301 -10002 103001',
  '必填参数缺失或格式不对：检查 sign、traceId、timestamp 和页面设置。',
  'A required value is missing or malformed: check sign, traceId, timestamp and the page’s settings.',
];

const UNKNOWN: Remedy = [
  '',
  '未收录的返回码，请带 msgId 联系能力平台。',
  'Undocumented: ask the service, quoting the msgId.',
];

const REMEDIES: readonly Remedy[] = [
  CELLULAR,
  NETWORK,
  PARAMETER,
  [
    '103101 104013 -20005 -10016 -20007',
    '检查 appkey 和签名的拼接顺序；token 校验用已登记的 RSA 密钥。',
    'Check the appkey and the order of the signed fields; token validation needs the registered RSA key.',
  ],
  [
    '105112 -30001 -10009',
    '时间戳应为 17 位北京时间，误差不超过十分钟。',
    'The timestamp must be 17 digits of China time, ten minutes off at most.',
  ],
  [
    '105113 104000 -20006 51207',
    '检查 app-id 是否已登记到能力平台。',
    'Check that app-id is registered with the service.',
  ],
  [
    '110024 104001 104014 110023 110025 104003 104004 -10008 104010 104015 104016 502',
    '能力未开通、已到期或配置有误，请在能力平台核对。',
    'The capability is not enabled, has run out or is misconfigured: check it at the service.',
  ],
  [
    '110026 104006',
    '把页面的 origin（协议、域名、端口）登记到能力平台。',
    'Register the page’s origin (scheme, host, port) with the service.',
  ],
  [
    '170001 104005',
    '把页面的地址（到 ? 或 # 为止）一字不差地登记到能力平台。',
    'Register the page’s exact address (up to ? or #) with the service.',
  ],
  [
    '111002 103609',
    '该号码不能一键登录，请换一种登录方式。',
    'This number cannot use one-tap login: offer another way.',
  ],
  ['501 503', '登录已取消，可以重试。', 'The login was cancelled: it may be tried again.'],
  [
    '104007 51208',
    'token 两分钟内有效，只能用一次：请重新登录。',
    'A token lives for 2 minutes and works once: log in again.',
  ],
  [
    '104008',
    '应用或浏览器不一致：userInformation 须原样传递，不要解码。',
    'Another application or browser: pass userInformation on as it is, not decoded.',
  ],
  [
    '104009',
    '错误次数过多，号码已锁定：请稍后重试或换一种登录方式。',
    'Too many wrong tries, the number is locked: try again later or offer another way.',
  ],
  [
    '104012',
    '数字与本机号码不符，请重新输入。',
    'The digits do not complete this phone’s number: try again.',
  ],
  ['104017', '把服务器的出口 IP 登记到能力平台。', 'Register the server’s IP address with the service.'],
  [
    '104018 103211 130035 -99999 104020 104021 -10003 -10005 -10014 -10017 -20100 -20102 -30003',
    '请稍后重试，或带 msgId 联系能力平台。',
    'Try again later, or ask the service, quoting the msgId.',
  ],
  [
    '505',
    '先调用 CustomControlsInit，放好弹窗的容器或打开 maskStyle.ifShowMask。',
    'Call CustomControlsInit first, with the layer’s container or maskStyle.ifShowMask.',
  ],
  [
    '506',
    '授权期间不要隐藏或移除授权界面；CustomControlsInit 的弹窗要有容器或打开 maskStyle.ifShowMask。',
    'Do not hide or remove the screen while it is open; a CustomControlsInit layer needs its container or maskStyle.ifShowMask.',
  ],
  ['507 508', '请先补全手机号码并同意协议。', 'Fill in the hidden digits and accept the agreements first.'],
];

/** 503 means a missing parameter where a carrier said it, and the page's own doing elsewhere. */
const remedyFor = (code: string, saidByCarrier: boolean): Remedy =>
  saidByCarrier && code === '503'
    ? PARAMETER
    : (REMEDIES.find(([codes]) => codes.split(' ').includes(code)) ?? UNKNOWN);

/** Whether a carrier's failure says more than that the number is not one of its own, or that it did not answer. */
export const isTelling = ({ code, cause }: { code: string; cause?: unknown }): boolean => {
  const remedy = remedyFor(code, true);
  // A SecurityError: the page's own policy has blocked the carrier's script.
  return (
    (remedy !== CELLULAR && remedy !== NETWORK) || (cause instanceof Error && cause.name === 'SecurityError')
  );
};

/** What to do about an error, in a sentence; Chinese for every language but English. */
export const hintFor = (error: Pick<YdrzError, 'code' | 'YDData'>, language = 'zh-CN'): string => {
  const [, zhCn, en] = remedyFor(error.code, error.YDData !== undefined);
  return /^en\b/i.test(language) ? en : zhCn;
};
