import type { Sentence } from '../language.js';
import { settingError, unquoted } from './setting-error.js';

const parsed = (text: string): URL | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
};

const NO_ORIGIN: Sentence = {
  zh: 'origins 的每一项是协议加域名，如 https://m.shop.example',
  en: 'each of origins is a scheme and a host, such as https://m.shop.example',
};

const WILDCARD: Sentence = {
  zh: 'origins 不支持通配符：请逐个写出来源',
  en: 'origins takes no wildcard: name each origin',
};

type Rule = readonly [wrong: (url: URL, text: string) => boolean, sentence: Sentence];

const RULES: readonly Rule[] = [
  // In other schemes than http(s) a host may hold percent-encoded characters, which no browser sends as an origin.
  [({ host }) => host === '' || host.includes('%'), NO_ORIGIN],
  [
    ({ username, password }) => username !== '' || password !== '',
    { zh: 'origins 不能带用户名和密码', en: 'origins takes no user name and no password' },
  ],
  [
    ({ pathname }, text) => !/^\/?$/.test(pathname) || /[?#]/.test(text),
    {
      zh: 'origins 的每一项只到域名（和端口），不带路径、? 和 #',
      en: 'each of origins ends with the host (and port): no path, ? or #',
    },
  ],
];

/**
 * An origin as browsers write it in a request: in lower case, with no slash and no standard port. For the schemes of web views, such
 * as `capacitor:`, the URL class knows none, so theirs is put together.
 */
const originOf = (text: string, language?: string): string => {
  if (text.includes('*')) throw settingError(WILDCARD, language);
  const url = parsed(text);
  const broken = url ? RULES.find(([wrong]) => wrong(url, text))?.[1] : NO_ORIGIN;
  if (!url || broken) throw settingError(broken ?? NO_ORIGIN, language);
  return url.origin === 'null' ? `${url.protocol}//${url.host.toLowerCase()}` : url.origin;
};

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

const entriesOf = (given: unknown): unknown[] => {
  if (typeof given === 'string') return unquoted(given).split(/[\s,]+/);
  return isIterable(given) ? [...given] : [given];
};

/**
 * The origins that may ask besides the request's own: a list, or a text with commas between, as environment variables have it.
 *
 * @throws {YdrzError} 103002, phase `credentials`, with a sentence.
 */
export const readOrigins = (given: unknown, language?: string): ReadonlySet<string> => {
  const entries = entriesOf(given);
  const texts = entries.map((entry) => {
    if (typeof entry === 'string') return unquoted(entry);
    if (entry === undefined || entry === null) return '';
    throw settingError({ zh: 'origins 是一组来源', en: 'origins is a list of origins' }, language);
  });
  return new Set(texts.filter(Boolean).map((text) => originOf(text, language)));
};
