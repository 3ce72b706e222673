import type { ScriptSettings } from '../flow/script-rules.js';
import type { LoginOrder } from '../flow/types.js';
import { textAt, type Answer } from '../gateway/exchange.js';

/** What the page's script tag, not the page's code, says about every login. */
export interface LegacySettings extends ScriptSettings {
  /** Base URL put in place of both live hosts. */
  gateway?: string | undefined;
}

/**
 * The documented `data`, numbers taken for texts. What is missing is found by the flow; what is not known is left alone:
 * `devInfo` and `setReturn` tune the service's hosted page, which is not shown here.
 */
export const orderFrom = (data: Answer, { gateway, ...scripts }: LegacySettings): LoginOrder => ({
  appId: textAt(data, 'appId'),
  credentials: {
    sign: textAt(data, 'sign'),
    traceId: traceIdOf(data),
    timestamp: textAt(data, 'timestamp'),
  },
  version: textAt(data, 'version') || '2.0',
  authPageType: textAt(data, 'authPageType') || '0',
  openType: textAt(data, 'openType') || '1',
  expandParams: textAt(data, 'expandParams'),
  testLine: textAt(data, 'isTest') === '0',
  gateway,
  ...scripts,
});

/** msgId and traceId are one thing; some pages know only the one name, some only the other. */
export const traceIdOf = (data: Answer): string => textAt(data, 'traceId') || textAt(data, 'msgId');
