import { YdrzError, type Phase } from '../codes/ydrz-error.js';
import type { Operator } from './types.js';

/** A request that did not come through, whatever the reason: the documented 500. */
export const networkError = (phase: Phase, cause?: unknown): YdrzError =>
  new YdrzError({ code: '500', message: '网络异常，请检查网络设置', phase, cause });

/** The page ended the login: the documented 503 of endGetToken. */
export const endedError = (phase: Phase, cause?: unknown): YdrzError =>
  new YdrzError({ code: '503', message: '获取token结束', phase, cause });

/** @throws {YdrzError} 503 once the login has been ended. (`signal.reason` is missing in older web views.) */
export const throwIfEnded = (signal: AbortSignal, phase: Phase): void => {
  if (signal.aborted) throw endedError(phase);
};

/** What a carrier's refusal says about who to ask next. */
export interface CarrierAdvice {
  /** The operator that the service believes the number belongs to. */
  owner?: Operator | undefined;
  /** No other carrier is to be asked: the number was recognised, but could not be handed over. */
  final?: boolean | undefined;
}

/** A carrier did not give the number. */
export class CarrierRefusal extends YdrzError {
  readonly advice: CarrierAdvice;

  constructor(code: string, message: string, advice: CarrierAdvice = {}, cause?: unknown) {
    super({ code, message, phase: 'retrieval', cause });
    this.advice = advice;
  }
}
