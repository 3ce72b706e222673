import type { RecordedRequest, RequestName } from './script.js';

// What every case is about, to the letter. The digests were computed with another implementation (md5sum).

export const APP_ID = '300012345678';
export const TRACE_ID = 'c0ffee00c0ffee00c0ffee00c0ffee00';
export const TIMESTAMP = '20240229235959123';
export const SIGN = '5d41402abc4b2a76b9719d911017c592';

/** Lower-case MD5 of appId + version + msgId + timestamp, which is sealed into the partners' first step. */
const INNER_SIGN = 'cd40af82e346d8ec3268ea9d0621a7b2';

/** A number by the hidden digits that make it right, and its MD5. */
export const NUMBERS = {
  CM: { mask: '138****8000', digits: '0013', md5: '7945bd83237335e5376ff44d62e4f0ae' },
  CT: { mask: '189****9000', digits: '0018', md5: '133d0ffb24ffb3b63bd16490b882588c' },
  CU: { mask: '186****6000', digits: '0018', md5: 'a9f15cbf55b92a213d51eb7a9fc482f1' },
} as const;

export type Operator = keyof typeof NUMBERS;

/** MD5 of the digits that can be seen, which stand for the number at level 1. */
export const VISIBLE_MD5: Record<Operator, string> = {
  CM: '1c02bbfe7f47dc874601b7ab268caf5d',
  CT: '2804388d7ddec99016afe90ca7717bb8',
  CU: '403b2afadb78f7cab1540e5765d53458',
};

export const OPERATORS = ['CM', 'CT', 'CU'] as const satisfies readonly Operator[];

/** MD5 of 13899998000, what the digits 9999 make of China Mobile's number. */
export const WRONG_MD5 = 'bcb1712ee19ff1233d5f4ac566a181d0';

/** Stand for what differs from run to run, once it has been checked. */
export const FINGERPRINT = 'the fingerprint';
const LATER = 'the timestamp and what has passed since';
const HEX16 = '16 hex characters';

/** `0` Android and Linux, `1` iOS, `3` anything else. */
const SYSTEM = /iPhone|iPad|iPod/.test(navigator.userAgent)
  ? '1'
  : /Android|Linux/.test(navigator.userAgent)
    ? '0'
    : '3';

export interface ExpectedRequest {
  name: RequestName;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body: unknown;
}

type Changes = Readonly<Record<string, unknown>>;
type Expectation = (changes?: Changes) => ExpectedRequest;

/**
 * The page's address without query and fragment, on every request: the service compares it with the registered ones. (To another
 * site Firefox and WebKit send the origin alone, whatever a request asks for; here only the port differs, which makes no other
 * site.) A script tells the origin alone where the page's address has a query, as a test's page has.
 */
const page = () => ({ origin: location.origin, referer: location.origin + location.pathname });
/** What a body is sent as when nobody says what it is; a request with nothing else needs no preflight. */
const TEXT = { 'content-type': 'text/plain;charset=UTF-8' };

export const cm: Expectation = (changes) => ({
  name: 'cm',
  method: 'POST',
  headers: { ...page(), ...TEXT },
  body: {
    version: '2.0',
    timestamp: TIMESTAMP,
    appId: APP_ID,
    businessType: '8',
    traceId: TRACE_ID,
    msgId: TRACE_ID,
    sign: SIGN,
    authPageType: '0',
    userInformation: FINGERPRINT,
    expandParams: '',
    ...changes,
  },
});

const phonescrip =
  (name: RequestName): Expectation =>
  (changes) => ({
    name,
    method: 'POST',
    headers: { ...page(), ...TEXT, appid: APP_ID, interfaceversion: '2.0', traceid: TRACE_ID },
    body: {
      encrypted: HEX16,
      reqdata: {
        ver: '1.0',
        appId: APP_ID,
        interfaceVersion: '2.0',
        expandParams: '',
        msgId: TRACE_ID,
        timestamp: TIMESTAMP,
        mobilesystem: SYSTEM,
        sign: INNER_SIGN,
      },
      businessType: '8',
      ...changes,
    },
  });

const script =
  (name: RequestName): Expectation =>
  () => ({ name, method: 'GET', headers: { referer: `${location.origin}/` }, body: null });

const callback =
  (name: RequestName, operator: Operator): Expectation =>
  (changes) => ({
    name,
    method: 'POST',
    headers: {
      ...page(),
      ...TEXT,
      appid: APP_ID,
      interfaceversion: '2.0',
      traceid: TRACE_ID,
      businesstype: '8',
      timestamp: TIMESTAMP,
      authpagetype: '0',
      ...strings(changes),
    },
    body: { data: `${operator}-phonescrip`, ver: '1.0', userInformation: FINGERPRINT },
  });

const strings = (changes: Changes = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, String(value)]));

export const ctPhonescrip = phonescrip('ct-phonescrip');
export const ctScript = script('ct-script');
export const ctCallback = callback('ct-callback', 'CT');
export const cuPhonescrip = phonescrip('cu-phonescrip');
export const cuScript = script('cu-script');
export const cuCallback = callback('cu-callback', 'CU');

export const pageOption: Expectation = () => ({
  name: 'page-option',
  method: 'GET',
  headers: {
    ...page(),
    interfaceversion: '1.0',
    traceid: TRACE_ID,
    appid: APP_ID,
    timestamp: TIMESTAMP,
    businesstype: '8',
  },
  body: null,
});

/** The requests that retrieve a carrier's number: China Mobile is asked first, then China Telecom, then China Unicom. */
export const retrieval = (operator: Operator, authPageType = '0'): ExpectedRequest[] => {
  const first = cm({ authPageType });
  const changes = { authpagetype: authPageType };
  if (operator === 'CM') return [first];
  if (operator === 'CT') return [first, ctPhonescrip(), ctScript(), ctCallback(changes)];
  return [first, ctPhonescrip(), ctScript(), cuPhonescrip(), cuScript(), cuCallback(changes)];
};

/** The token, for a carrier's number with the right digits, unless it is changed. */
export const token = (operator: Operator = 'CM', changes: Changes = {}): ExpectedRequest => ({
  name: 'token',
  method: 'POST',
  headers: {
    ...page(),
    'content-type': 'application/json',
    interfaceversion: '2.0',
    timestamp: LATER,
    appid: APP_ID,
    businesstype: '8',
    traceid: TRACE_ID,
  },
  body: {
    accessToken: `${operator}-access`,
    phone: NUMBERS[operator].md5,
    userInformation: FINGERPRINT,
    expandParams: '',
    ...changes,
  },
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The fingerprint is percent-encoded base64 of platform, the first 100 characters of the user agent and an MD5; which browser
 * properties go into the MD5 is nobody's business but that it is always the same.
 */
export const isFingerprint = (value: unknown): boolean => {
  if (typeof value !== 'string' || value !== encodeURIComponent(decodeURIComponent(value))) return false;
  const [platform, agent, digest = '', ...rest] = atob(decodeURIComponent(value)).split('@@');
  return (
    platform === navigator.platform &&
    agent === navigator.userAgent.slice(0, 100) &&
    /^[0-9a-f]{32}$/.test(digest) &&
    rest.length === 0
  );
};

const millisecondsOf = (timestamp: string): number => {
  const [year = 0, month = 1, ...rest] = (
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(timestamp) ?? []
  )
    .slice(1)
    .map(Number);
  const [day = 1, hour = 0, minute = 0, second = 0, millisecond = 0] = rest;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
};

/** The server's own timestamp moved on, by no more than a test can take. */
const isLater = (timestamp: string | undefined): boolean => {
  if (!/^\d{17}$/.test(timestamp ?? '')) return false;
  const passed = millisecondsOf(timestamp ?? '') - millisecondsOf(TIMESTAMP);
  return passed >= 0 && passed < 60_000;
};

/** A recorded request in the form of an expected one: what differs from run to run is checked and named. */
export const seen = ({ name, method, headers, body, sealed }: RecordedRequest): object => {
  const fields = isRecord(body) ? { ...body } : body;
  if (isRecord(fields)) {
    if (isFingerprint(fields['userInformation'])) fields['userInformation'] = FINGERPRINT;
    if (/^[0-9a-f]{16}$/.test(String(fields['encrypted']))) fields['encrypted'] = HEX16;
    if (sealed !== undefined) fields['reqdata'] = sealed;
  }
  const later = name === 'token' && isLater(headers['timestamp']);
  return { name, method, headers: { ...headers, ...(later && { timestamp: LATER }) }, body: fields };
};
