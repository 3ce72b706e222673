import { isAllowed, isLoopback, matches } from './script-hosts.js';

/** @throws {TypeError} for what is no https address (http on loopback). */
export const secureUrl = (address: string): URL => {
  const url = new URL(address);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!secure) throw new TypeError(`The address must be https: ${url.origin}`);
  return url;
};

/**
 * Check the address of foreign code before it may run in the page.
 *
 * https is a must (http on loopback only), the host must be a known one or one that the page's own code has allowed, and where the
 * element has a list of hosts, on that list as well.
 *
 * @throws {TypeError} saying what is wrong with the address.
 */
export const checkScriptUrl = (address: string, hosts?: readonly string[]): string => {
  const url = secureUrl(address);
  if (url.username || url.password) throw new TypeError('The script’s address must not hold credentials');
  if (!isAllowed(url)) {
    throw new TypeError(
      `The script's host is not known: call allowScripts('${url.hostname}') if it is to be trusted`,
    );
  }
  if (hosts && !hosts.some((pattern) => matches(pattern, url.hostname))) {
    throw new TypeError(`The script's host is not in jsonp-hosts: ${url.hostname}`);
  }
  return address;
};
