import { YdrzError, type Phase } from './ydrz-error.js';

/** A request that did not come through, whatever the reason: the documented 500. */
export const networkError = (phase: Phase, cause?: unknown): YdrzError =>
  new YdrzError({ code: '500', message: '网络异常，请检查网络设置', phase, cause });
