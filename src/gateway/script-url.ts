import type { ScriptRules } from './types.js';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** `*.example.com` stands for any host below example.com; anything else for itself. */
const matches = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;

/** @throws {TypeError} for what is no https address (http on loopback). */
export const secureUrl = (address: string): URL => {
  const url = new URL(address);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (!secure) throw new TypeError(`The address must be https: ${url.origin}`);
  return url;
};

/**
 * Check the address of foreign code before it may run in the page.
 *
 * https is a must (http on loopback only), and the host must be on the page's list where the page set one.
 *
 * @throws {TypeError} saying what is wrong with the address.
 */
export const checkScriptUrl = (address: string, { hosts }: ScriptRules): string => {
  const url = secureUrl(address);
  if (url.username || url.password) throw new TypeError('The script’s address must not hold credentials');
  if (hosts && !hosts.some((pattern) => matches(pattern, url.hostname))) {
    throw new TypeError(`The script's host is not in jsonp-hosts: ${url.hostname}`);
  }
  return address;
};
