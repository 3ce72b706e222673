import { YdrzError, type Phase } from '../codes/ydrz-error.js';
import type { Operator } from './types.js';

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

  /** What the carrier's own gateway called the result, where it gave a code beside it. */
  readonly result: string | undefined;

  constructor(
    code: string,
    message: string,
    { owner, result, cause }: { owner?: Operator | undefined; result?: string; cause?: unknown } = {},
  ) {
    super({ code, message, phase: 'retrieval', cause });
    this.owner = owner;
    this.result = result;
  }
}

/** China Telecom or China Unicom is switched off, by the service or by the page. */
export const switchedOff = (operator: Operator): CarrierRefusal =>
  new CarrierRefusal('502', `${operator === 'CT' ? '电信' : '联通'}取号能力关闭`);
