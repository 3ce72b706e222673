import { checkCredentials } from '../flow/credentials.js';
import type { ScriptSettings } from '../flow/script-rules.js';
import type { LoginOrder } from '../flow/types.js';
import { textAt, type Fields } from '../incoming/fields.js';

/** What the page's script tag, not the page's code, says about every login. */
export interface LegacySettings extends ScriptSettings {
  /** Base URL put in place of both live hosts. */
  gateway?: string | undefined;
  /** `'hosted'` shows the service's own page for the standard and the custom page, as the official script does. */
  pageSource?: string | undefined;
}

/**
 * The documented `data`, numbers taken for texts. What is missing is found by the flow; what is not known is left alone:
 * `openType` changes nothing in the official script either; `devInfo` and `setReturn` tune the service's hosted page.
 * The credentials alone stay as they were given: a number that is too long has been rounded by now, and only as a number is it seen
 * and refused.
 */
export const orderFrom = (
  data: Fields,
  { gateway, jsonp, jsonpHosts, nonce }: LegacySettings,
): LoginOrder => ({
  appId: textAt(data, 'appId'),
  credentials: () => checkCredentials({ ...data, traceId: data['traceId'] || data['msgId'] }),
  version: textAt(data, 'version') || '2.0',
  authPageType: textAt(data, 'authPageType') || '0',
  expandParams: isGiven(data, 'expandParams') ? textAt(data, 'expandParams') : undefined,
  testLine: textAt(data, 'isTest') === '0',
  gateway,
  ...{ jsonp, jsonpHosts, nonce },
});

const isGiven = (data: Fields, key: string): boolean => data[key] !== undefined && data[key] !== null;

/** msgId and traceId are one thing; some pages know only the one name, some only the other. */
export const traceIdOf = (data: Fields): string => textAt(data, 'traceId') || textAt(data, 'msgId');
