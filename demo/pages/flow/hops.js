import { say } from '../site/language.js';
import { readJson } from '../site/settings.js';

/** What each request of the element is for, and who answers it. */
const HOPS = {
  credentials: { to: 'server', label: say('取签名', 'credentials') },
  cm: { to: 'service', source: 'CM', label: say('移动取号', 'ask China Mobile') },
  'ct-phonescrip': {
    to: 'service',
    source: 'CT',
    label: say('电信取号 1：要网关地址', 'China Telecom 1: gateway address'),
  },
  'ct-script': {
    to: 'gateway',
    source: 'CT',
    label: say('电信取号 2：网关认 SIM', 'China Telecom 2: recognise the SIM'),
  },
  'ct-callback': {
    to: 'service',
    source: 'CT',
    label: say('电信取号 3：换脱敏号码', 'China Telecom 3: masked number'),
  },
  'cu-phonescrip': {
    to: 'service',
    source: 'CU',
    label: say('联通取号 1：要网关地址', 'China Unicom 1: gateway address'),
  },
  'cu-script': {
    to: 'gateway',
    source: 'CU',
    label: say('联通取号 2：网关认 SIM', 'China Unicom 2: recognise the SIM'),
  },
  'cu-callback': {
    to: 'service',
    source: 'CU',
    label: say('联通取号 3：换脱敏号码', 'China Unicom 3: masked number'),
  },
  'page-option': { to: 'service', label: say('取弹窗外观', 'look of the popup') },
  token: { to: 'service', source: 'token', label: say('号码摘要换 token', 'number’s digest for a token') },
};

const SUCCESS = new Set(['103000', '0']);
const codes = await readJson('generated/return-codes.json');

/** What a code means where it was seen: in Chinese the guide's own text. */
export const meaningOf = (code, source) => {
  if (SUCCESS.has(code)) return say('成功', 'success');
  const row =
    codes.find((one) => one.code === code && one.source === source) ?? codes.find((one) => one.code === code);
  if (row) return say(row.texts[0] ?? row.meaning, row.meaning);
  return say('运营商自己的返回码', 'the carrier’s own code');
};

export const succeeded = (code) => SUCCESS.has(code);

/** A `hop` event as a step of the diagram. */
export const stepOfHop = ({ name, url, start, duration, code }) => {
  const { to = 'service', source, label = name } = HOPS[name] ?? {};
  const ok = SUCCESS.has(code);
  return {
    kind: 'hop',
    from: 'element',
    to,
    label,
    name,
    url,
    start,
    duration,
    code,
    ok,
    meaning: meaningOf(code, source),
  };
};
