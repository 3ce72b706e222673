import { YdrzError, type Phase } from '../codes/ydrz-error.js';
import type { Operator } from './types.js';

/** A request that did not come through, whatever the reason: the documented 500. */
export const networkError = (phase: Phase, cause?: unknown): YdrzError =>
  new YdrzError({ code: '500', message: '网络异常，请检查网络设置', phase, cause });

/** The page ended the login: the documented 503 of endGetToken. */
export const endedError = (phase: Phase, cause?: unknown): YdrzError =>
  new YdrzError({ code: '503', message: '获取token结束', phase, cause });

/** There is no token, though nothing was refused: the 103005 of the official script. */
export const innerError = (cause?: unknown): YdrzError =>
  new YdrzError({ code: '103005', message: 'inner error', phase: 'token', cause });

/** @throws {YdrzError} 503 once the login has been ended. (`signal.reason` is missing in older web views.) */
export const throwIfEnded = (signal: AbortSignal, phase: Phase): void => {
  if (signal.aborted) throw endedError(phase);
};

/** A carrier did not give the number. */
export class CarrierRefusal extends YdrzError {
  /** Whose number it is, where that was said. A carrier that says it is its own has recognised it, and no other can. */
  readonly owner: Operator | undefined;

  constructor(code: string, message: string, owner?: Operator, cause?: unknown) {
    super({ code, message, phase: 'retrieval', cause });
    this.owner = owner;
  }
}

/** China Telecom or China Unicom is switched off, by the service or by the page. */
export const switchedOff = (operator: Operator): CarrierRefusal =>
  new CarrierRefusal('502', `${operator === 'CT' ? '电信' : '联通'}取号能力关闭`);
