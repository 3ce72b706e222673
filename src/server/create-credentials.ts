import md5 from 'crypto-js/md5.js';
import { chinaTimestamp } from './service/china-time.js';
import { BUSINESS_TYPE } from './service/business-type.js';
import { checkInputs } from './service/inputs.js';
import { createTraceId } from './service/trace-id.js';
import { hinting } from './service/hinting.js';
import { readApplication, type Application } from './settings/application.js';

/** What `createCredentials` signs with. */
export interface CredentialsOptions {
  /** The application's id, as the service gave it. */
  appId: string;
  /** The application's secret. It stays here: only the MD5 that it is a part of leaves the server. */
  appKey: string;
  /** Interface version; default `'2.0'`. */
  version?: string | undefined;
  /** Unique per login, at most 64 letters, digits, `-` and `_`; default 32 random hex characters. */
  traceId?: string | undefined;
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  now?: (() => number) | undefined;
  /** Language of the error's hint, `'zh-CN'` or `'en'`; default `'zh-CN'`. */
  language?: string | undefined;
}

/** What `credentials-url` answers. */
export interface SignedCredentials {
  /** The application's id, as the service gave it. */
  appId: string;
  /** `MD5(appId + businessType + msgId + timestamp + traceId + version + appKey)` in lower-case hex; msgId is the traceId. */
  sign: string;
  /** The login’s own id, as it was given or made. */
  traceId: string;
  /** 17 digits, `yyyyMMddHHmmssSSS`, in China time (UTC+8). */
  timestamp: string;
  /** Interface version, such as `'2.0'`. */
  version: string;
}

const sign = (
  { appId, appKey }: Application,
  version: string,
  traceId: string,
  timestamp: string,
): SignedCredentials => ({
  appId,
  sign: md5(appId + BUSINESS_TYPE + traceId + timestamp + traceId + version + appKey).toString(),
  traceId,
  timestamp,
  version,
});

/**
 * Sign one login. The rule of the sign is the guide's; its values are fresh every time and serve for one retrieval, within ten minutes.
 *
 * @throws {YdrzError} 103002, phase `credentials`, when a value is missing or malformed.
 */
export const createCredentials = (options: CredentialsOptions): SignedCredentials => {
  const { version = '2.0', traceId = createTraceId(), now = Date.now, language } = options;
  return hinting(language, () => {
    const application = readApplication(options, 'credentials', language);
    checkInputs({ version, traceId }, 'credentials');
    return sign(application, version, traceId, chinaTimestamp(now()));
  });
};
