import type { Phase } from '../../codes/ydrz-error.js';
import { settingError, unquoted } from './setting-error.js';

/** The service's host for everything but retrieval. */
export const LIVE = 'https://www.cmpassport.com';
/** The same of the service's test line. */
export const TEST_LINE = 'https://testcert.cmpassport.com:7002';

/** In characters. */
const LONGEST_ADDRESS = 2048;

/** What `setTimeout` can count. */
const LONGEST = 2 ** 31 - 1;

const isBase = (text: string): boolean => {
  try {
    const { protocol, username, password, search, hash } = new URL(text);
    return /^https?:$/.test(protocol) && username + password + search + hash === '';
  } catch {
    return false;
  }
};

const withoutSlash = (address: string): string =>
  address.endsWith('/') ? withoutSlash(address.slice(0, -1)) : address;

interface AddressOptions {
  gateway?: string | undefined;
  testLine?: boolean | undefined;
}

/**
 * The base URL of the service, with no slash at its end.
 *
 * @throws {YdrzError} 103002 in the phase given, when `gateway` is no http(s) address.
 */
export const readAddress = (
  { gateway, testLine }: AddressOptions,
  phase: Phase,
  language?: string,
): string => {
  const given: unknown = gateway ?? '';
  // What is no text, or too long, is no address either.
  const base =
    typeof given === 'string' && given.length <= LONGEST_ADDRESS ? withoutSlash(unquoted(given)) : '?';
  if (base === '') return testLine ? TEST_LINE : LIVE;
  if (isBase(base)) return base;
  const zh = 'gateway 是完整的地址，如 https://gateway.shop.example，不带用户名、? 和 #';
  const en = 'gateway is a whole address such as https://gateway.shop.example, with no user name, ? or #';
  throw settingError({ zh, en }, language, phase);
};

/**
 * A limit in milliseconds.
 *
 * @throws {YdrzError} 103002 in the phase given, when it is not one that can be waited.
 */
export const readTimeout = (timeout: unknown = 8000, phase: Phase, language?: string): number => {
  if (typeof timeout === 'number' && timeout > 0 && timeout <= LONGEST) return timeout;
  const zh = 'timeout 是毫秒数，大于 0，最多 2147483647';
  const en = 'timeout is a number of milliseconds, more than 0 and at most 2147483647';
  throw settingError({ zh, en }, language, phase);
};
