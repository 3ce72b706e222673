import type { LoginOrder } from '../flow/types.js';
import { nearestLanguage } from '../locale/language.js';
import type { SettingsElement } from './settings-element.js';

/** What an element says about its logins; the language is that of its place. */
export type OrderSettings = Element &
  Pick<
    SettingsElement,
    | ('appId' | 'credentials' | 'credentialsUrl' | 'version' | 'authPageType' | 'expandParams')
    | ('jsonp' | 'jsonpHosts' | 'nonce' | 'gateway' | 'testLine' | 'timeout')
  >;

/**
 * A setting as a text: frameworks hand over numbers, and null or false for what was taken away; programs hand over addresses and
 * strings as objects.
 */
const text = (value: unknown, otherwise = ''): string =>
  /^(str|big)/.test(typeof value) ||
  Number.isSafeInteger(value) ||
  value instanceof String ||
  value instanceof URL
    ? String(value)
    : otherwise;

/** A time as a number, whatever a framework made of it; NaN for what is none, which means the default. */
const milliseconds = (value: unknown): number => Number(value);

/** The login that an element asks for as it stands now. */
export const orderOf = (element: OrderSettings): LoginOrder => ({
  appId: text(element.appId),
  credentials: element.credentials ?? text(element.credentialsUrl),
  version: text(element.version, '2.0'),
  authPageType: text(element.authPageType, '0'),
  // An empty attribute counts as absent.
  expandParams: text(element.expandParams) || undefined,
  jsonp: element.jsonp,
  jsonpHosts: text(element.jsonpHosts),
  nonce: element.nonce,
  gateway: text(element.gateway),
  testLine: element.testLine,
  timeout: milliseconds(element.timeout),
  language: nearestLanguage(element),
});
