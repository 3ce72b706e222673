import type { Phase } from '../../codes/ydrz-error.js';
import type { Sentence } from '../language.js';
import { settingError, unquoted } from './setting-error.js';

/** Who the business is at the service. */
export interface Application {
  appId: string;
  appKey: string;
}

type Rule = readonly [wrong: (value: string, appId: string) => boolean, sentence: Sentence];

const APP_ID: readonly Rule[] = [
  [(value) => value === '', { zh: '没有填写必传参数：缺少 appId', en: 'appId is missing' }],
  [
    (value) => !/^[\w-]{1,64}$/.test(value),
    {
      zh: 'appId 格式不对：由字母、数字、- 和 _ 组成，最多 64 个字符',
      en: 'appId is malformed: it has letters, digits, - and _, 64 characters at most',
    },
  ],
];

const APP_KEY: readonly Rule[] = [
  [(value) => value === '', { zh: '没有填写必传参数：缺少 appKey', en: 'appKey is missing' }],
  [
    (value) => /BEGIN[A-Z ]*KEY|^MI[IC][A-Za-z0-9+/]{60}/.test(value),
    {
      zh: 'appKey 填成了 RSA 密钥：appKey 是能力平台分配的一串字符，RSA 私钥填在 privateKey',
      en: 'appKey is an RSA key: the appKey is the text that the service has given out; the RSA key goes into privateKey',
    },
  ],
  [
    (value, appId) => value === appId,
    {
      zh: 'appKey 与 appId 相同：请填能力平台分配的 appkey',
      en: 'appKey is the appId: give the appkey of the service',
    },
  ],
  [
    // Its first 16 characters are an AES key, so they must be 16 bytes.
    (value) => !/^[\x21-\x7e]*$/.test(value),
    {
      zh: 'appKey 格式不对：只能是可见的 ASCII 字符，没有空格',
      en: 'appKey is malformed: it has visible ASCII characters alone, and no space',
    },
  ],
  [
    (value) => value.length < 16,
    {
      zh: 'appKey 太短：前 16 个字符是解密号码的密钥（复制完整了吗？）',
      en: 'appKey is too short: its first 16 characters decrypt the number (was all of it copied?)',
    },
  ],
  [
    (value) => value.length > 256,
    { zh: 'appKey 太长：最多 256 个字符', en: 'appKey is too long: 256 characters at most' },
  ],
];

/** Configuration files may hold an appId of digits as a number. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? unquoted(value) : Number.isSafeInteger(value) ? String(value) : '';

const check = (
  value: string,
  appId: string,
  rules: readonly Rule[],
  phase: Phase,
  language?: string,
): string => {
  const broken = rules.find(([wrong]) => wrong(value, appId));
  if (broken) throw settingError(broken[1], language, phase);
  return value;
};

/**
 * Check who the business is; quotes and white space around the values do not count.
 *
 * @throws {YdrzError} 103002 in the phase given, with a sentence and without a value.
 */
export const readApplication = (
  given: { appId: unknown; appKey: unknown },
  phase: Phase,
  language?: string,
): Application => {
  const appId = check(textOf(given.appId), '', APP_ID, phase, language);
  return { appId, appKey: check(textOf(given.appKey), appId, APP_KEY, phase, language) };
};
