import type { HandlerOptions } from '../handler-options.js';
import { lookAtKey, type FoundKey } from '../keys/private-key.js';
import { readApplication } from './application.js';
import { readBasePath } from './base-path.js';
import { readOrigins } from './origins.js';
import { readAddress, readTimeout } from './service-address.js';
import { settingError } from './setting-error.js';

const FUNCTIONS = ['onCredentials', 'onLogin', 'onFailure', 'onReport', 'fetch', 'now'] as const;

/** A handler's options, each checked. */
export interface Settings {
  appId: string;
  appKey: string;
  key: FoundKey;
  gateway: string;
  timeout: number;
  basePath: string | undefined;
  origins: ReadonlySet<string>;
  trustProxy: boolean;
  name: string;
  language: string;
}

/**
 * Check a handler's options, so that none of them fails at the first person's login.
 *
 * @throws {YdrzError} with a sentence that names the option and holds nothing of its value: 103002, or 104013 for a private key.
 */
export const readSettings = (options: HandlerOptions): Settings => {
  const { language = 'zh-CN', privateKey, basePath, origins, trustProxy = false, name } = options;
  for (const option of FUNCTIONS) {
    const given: unknown = options[option];
    if (given === undefined || given === null || typeof given === 'function') continue;
    throw settingError({ zh: `${option} 应为函数`, en: `${option} has to be a function` }, language);
  }
  return {
    ...readApplication(options, 'credentials', language),
    key: lookAtKey(privateKey, language),
    gateway: readAddress(options, 'credentials', language),
    timeout: readTimeout(options.timeout, 'credentials', language),
    basePath: readBasePath(basePath, language),
    origins: readOrigins(origins, language),
    trustProxy,
    name: name || 'token',
    language,
  };
};
