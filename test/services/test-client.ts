import {
  createCipheriv,
  createHash,
  createSign,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { isFields, type Fields } from './fields.js';

// A client written by hand from the protocol's description, so that the sandbox is not tested with the product's own code.

export const APP_ID = '300012345678';
export const APP_KEY = 'F0E1D2C3B4A5968778695A4B3C2D1E0F';
export const ORIGIN = 'http://localhost:8000';
export const PAGE = `${ORIGIN}/minimal.html`;
export const USER_INFORMATION = 'QW5kcm9pZEBAeA%3D%3D';

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
export { privateKey };

/** The 17 digits of a time in China. */
const chinaTimestamp = (now: number): string =>
  new Date(now + 8 * 60 * 60 * 1000).toISOString().replace(/\D/g, '');

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

export const APP = {
  appId: APP_ID,
  appKey: APP_KEY,
  appName: 'Test',
  publicKey,
  customerPrivacyConfig: { 用户协议: 'https://www.example.com/terms' },
};

/** The object under a key, or an empty one. */
export const at = (fields: Fields, key: string): Fields => {
  const value = fields[key];
  return isFields(value) ? value : {};
};

/** The text under a key, or an empty one. */
export const text = (fields: Fields, key: string): string => {
  const value = fields[key];
  return typeof value === 'string' ? value : '';
};

export interface Login {
  base: string;
  traceId: string;
  timestamp: string;
  origin: string | undefined;
  referer: string | undefined;
}

export const login = (base: string, changes: Partial<Login> = {}): Login => ({
  base,
  traceId: randomUUID().replaceAll('-', ''),
  timestamp: chinaTimestamp(Date.now()),
  origin: ORIGIN,
  referer: PAGE,
  ...changes,
});

/** Values to put in place of a request's own; undefined leaves one out. */
export type Changes = Readonly<Record<string, unknown>>;
export type HeaderChanges = Readonly<Record<string, string | undefined>>;

/** The headers that are not left out. */
export const headersOf = (headers: HeaderChanges): Record<string, string> => {
  const strings: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) strings[name] = value;
  return strings;
};

interface Sent {
  headers?: HeaderChanges;
  body?: Changes | string;
}

export const post = async ({ base, origin, referer }: Login, path: string, sent: Sent): Promise<Fields> => {
  const { headers = {}, body = {} } = sent;
  const response = await fetch(base + path, {
    method: 'POST',
    headers: headersOf({ origin, referer, ...headers }),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return isFields(answer) ? answer : {};
};

export const signOf = ({ traceId, timestamp }: Login, appId = APP_ID, appKey = APP_KEY): string =>
  md5(`${appId}8${traceId}${timestamp}${traceId}2.0${appKey}`);

/** China Mobile's request. */
export const askCm = (login: Login, changes: Changes = {}): Promise<Fields> =>
  post(login, '/h5/httpsPreGetmobile', {
    body: {
      version: '2.0',
      timestamp: login.timestamp,
      appId: APP_ID,
      businessType: '8',
      traceId: login.traceId,
      msgId: login.traceId,
      sign: signOf(login),
      authPageType: '2',
      userInformation: USER_INFORMATION,
      expandParams: '',
      ...changes,
    },
  });

export type Partner = 'ct' | 'cu';

export const PATHS = {
  ct: { phonescrip: 'getNewTelecomPhonescrip', callback: 'CTCallback', call: 'getTelecomPhone' },
  cu: { phonescrip: 'getNewUnicomPhonescrip', callback: 'CUCallback', call: 'getNewUnicomPhone' },
} as const;

/** The sealed part of step 1's body. */
export const sealed = (inside: unknown) => {
  const encrypted = randomBytes(8).toString('hex');
  const key = md5(encrypted).toUpperCase().slice(8, 24);
  const cipher = createCipheriv('aes-128-cbc', key, '0'.repeat(16));
  const reqdata = cipher.update(JSON.stringify(inside), 'utf8', 'hex') + cipher.final('hex');
  return { encrypted, reqdata };
};

/** Step 1. */
export const askPhonescrip = (
  login: Login,
  partner: Partner,
  changes: { inside?: Changes; headers?: HeaderChanges; body?: Changes } = {},
): Promise<Fields> => {
  const { traceId, timestamp } = login;
  const inside = {
    ver: '1.0',
    appId: APP_ID,
    interfaceVersion: '2.0',
    expandParams: '',
    msgId: traceId,
    timestamp,
    mobilesystem: '0',
    sign: md5(`${APP_ID}2.0${traceId}${timestamp}`),
    ...changes.inside,
  };
  return post(login, `/h5/onekeylogin/${PATHS[partner].phonescrip}`, {
    headers: { appId: APP_ID, interfaceVersion: '2.0', traceId, ...changes.headers },
    body: { ...sealed(inside), businessType: '8', ...changes.body },
  });
};

/** Step 2: read the script that the gateway answers, and what it calls its function with. */
export const askGateway = async (url: string, partner: Partner): Promise<Fields> => {
  const response = await fetch(url);
  const script = await response.text();
  const { call } = PATHS[partner];
  const argument = new RegExp(`^${call}\\((.*)\\);\\s*$`, 's').exec(script)?.[1];
  if (argument === undefined) throw new Error(`Not a call of ${call}: ${script}`);
  const value: unknown = JSON.parse(argument);
  return isFields(value) ? value : {};
};

/** Step 3. */
export const askCallback = (
  login: Login,
  partner: Partner,
  data: string,
  changes: { headers?: HeaderChanges; body?: Changes } = {},
): Promise<Fields> =>
  post(login, `/h5/onekeylogin/${PATHS[partner].callback}`, {
    headers: {
      appId: APP_ID,
      interfaceVersion: '2.0',
      traceId: login.traceId,
      businessType: '8',
      timestamp: login.timestamp,
      authPageType: '2',
      ...changes.headers,
    },
    body: { data, ver: '1.0', userInformation: USER_INFORMATION, ...changes.body },
  });

/** All three steps. */
export const askPartner = async (login: Login, partner: Partner): Promise<Fields> => {
  const first = await askPhonescrip(login, partner);
  const second = await askGateway(text(first, 'data'), partner);
  return askCallback(login, partner, text(second, 'data'));
};

export const askToken = (
  login: Login,
  accessToken: string,
  number: string,
  changes: { headers?: HeaderChanges; body?: Changes } = {},
): Promise<Fields> =>
  post(login, '/h5/onekeylogin/authGetToken', {
    headers: {
      interfaceVersion: '2.0',
      timestamp: login.timestamp,
      appId: APP_ID,
      businessType: '8',
      traceId: login.traceId,
      'content-type': 'application/json',
      ...changes.headers,
    },
    body: {
      accessToken,
      phone: number === '' ? '' : md5(number),
      userInformation: USER_INFORMATION,
      expandParams: '',
      ...changes.body,
    },
  });

/** The business server's request. */
export const askValidation = (
  base: string,
  token: string,
  changes: {
    headers?: HeaderChanges;
    body?: Changes;
    appId?: string;
    timestamp?: string;
    traceId?: string;
  } = {},
): Promise<Fields> => {
  const {
    appId = APP_ID,
    timestamp = chinaTimestamp(Date.now()),
    traceId = randomUUID().replaceAll('-', ''),
  } = changes;
  const signer = createSign('RSA-SHA256').update(appId + traceId + timestamp + token + '2.0');
  return post(login(base, { origin: undefined, referer: undefined }), '/h5/onekeylogin/tokenValidate', {
    headers: {
      interfaceVersion: '2.0',
      appId,
      traceId,
      timestamp,
      businessType: '8',
      'content-type': 'application/json',
      ...changes.headers,
    },
    body: {
      token,
      sign: signer.sign(privateKey, 'hex').toUpperCase(),
      userInformation: USER_INFORMATION,
      expandParams: '',
      ...changes.body,
    },
  });
};
