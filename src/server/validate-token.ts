import { YdrzError } from '../codes/ydrz-error.js';
import type { PrivateKeySource } from './keys/key-source.js';
import { importKey, lookAtKey, signText } from './keys/private-key.js';
import { askService, type ServiceOptions } from './service/ask-service.js';
import { fieldsAt, textAt, type Fields } from '../incoming/fields.js';
import { BUSINESS_TYPE } from './service/business-type.js';
import { chinaTimestamp } from './service/china-time.js';
import { decryptNumber } from './service/decrypt-number.js';
import { hintingLater } from './service/hinting.js';
import { checkInputs } from './service/inputs.js';
import { createTraceId } from './service/trace-id.js';
import { readApplication } from './settings/application.js';
import { readAddress, readTimeout } from './settings/service-address.js';

const PATH = '/h5/onekeylogin/tokenValidate';
const VERSION = '2.0';
const SUCCESS = '103000';

/** What a return code may look like; anything else is no answer of the service. */
const CODE = /^-?\w{1,16}$/;

/** What `validateToken` takes. */
export interface ValidationOptions extends ServiceOptions {
  /** The application's id, as the service gave it. */
  appId: string;
  /** The application's secret, at least 16 characters; it decrypts the number. */
  appKey: string;
  /** The RSA key whose public half is registered: PEM, DER, base64, JWK, a KeyObject, or a CryptoKey that may sign. */
  privateKey: PrivateKeySource;
  /** From the page; lives for 2 minutes and works once. */
  token: string;
  /** From the page, exactly as it came: it is never decoded. */
  userInformation: string;
  /** Unique per request; default 32 random hex characters. */
  traceId?: string | undefined;
  /** `name=value` pairs joined with `|`; default empty. */
  expandParams?: string | undefined;
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  now?: (() => number) | undefined;
  /** Language of the error's hint, `'zh-CN'` or `'en'`; default `'zh-CN'`. */
  language?: string | undefined;
}

/** The number that a token stood for. */
export interface ValidatedNumber {
  /** The full number. */
  phone: string;
  /** Such as `138****8000`. */
  maskedPhone: string;
  /** The traceId that the service was asked with. */
  traceId: string;
}

const masked = (phone: string): string => `${phone.slice(0, -8)}****${phone.slice(-4)}`;

/** @throws {YdrzError} with the service's code, or 103005 when the answer makes no sense. */
const readAnswer = (answer: Fields, appKey: string, traceId: string): ValidatedNumber => {
  const code = textAt(answer, 'resultCode');
  const fail = (code: string, message: string, cause?: unknown) =>
    new YdrzError({ code, message, phase: 'token', msgId: traceId, cause });
  if (!CODE.test(code)) throw fail('103005', 'inner error', new TypeError('The answer has no resultCode'));
  if (code !== SUCCESS) throw fail(code, textAt(answer, 'desc').slice(0, 200));
  const data = fieldsAt(answer, 'data');
  const phone = decryptNumber(textAt(data, 'msisdn'), appKey);
  if (!phone)
    throw fail('103005', 'inner error', new TypeError('msisdn cannot be decrypted with the appKey'));
  return { phone, maskedPhone: textAt(data, 'securityPhone') || masked(phone), traceId };
};

const validate = async (options: ValidationOptions, traceId: string): Promise<ValidatedNumber> => {
  const { token, userInformation, expandParams = '', now = Date.now, signal, fetch, language } = options;
  const { appId, appKey } = readApplication(options, 'token', language);
  checkInputs({ token, userInformation, expandParams, traceId }, 'token', traceId);
  const url = readAddress(options, 'token', language) + PATH;
  const timeout = readTimeout(options.timeout, 'token', language);
  const key = await importKey(lookAtKey(options.privateKey, language), language);
  const timestamp = chinaTimestamp(now());
  const sign = await signText(key, appId + traceId + timestamp + token + VERSION, language);
  const headers = { interfaceVersion: VERSION, appId, traceId, timestamp, businessType: BUSINESS_TYPE };
  const body = { token, sign, userInformation, expandParams };
  const answer = await askService({ url, headers, body, timeout, signal, fetch }).catch((cause: unknown) => {
    const [code, message] = signal?.aborted ? ['503', '获取token结束'] : ['103005', 'inner error'];
    throw new YdrzError({ code, message, phase: 'token', msgId: traceId, cause });
  });
  return readAnswer(answer, appKey, traceId);
};

/**
 * Ask the service for the number behind a token, server to server (guide: token validation). Nothing is remembered, so any
 * number of copies can run side by side. No key is in any error.
 *
 * @throws {YdrzError} phase `token`, with a hint: the service's own code (104007 token gone, 104008 userInformation of
 *   another, 104013 signature or key, …); 103002 before any request when something is missing or malformed; 103005 with its cause when
 *   no readable answer came; 503 when `signal` ended it.
 */
export const validateToken = (options: ValidationOptions): Promise<ValidatedNumber> =>
  hintingLater(options.language, () => validate(options, options.traceId ?? createTraceId()));
