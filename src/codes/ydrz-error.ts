/** Where in a login a failure happened, in the order of the flow. */
export type Phase = 'credentials' | 'retrieval' | 'authorization' | 'token';

/** What one carrier answered; `{}` stands for a carrier that was not asked. */
export interface CarrierData {
  code?: string;
  message?: string;
  /** What China Unicom's gateway called it, where it gave a code of its own beside that. */
  result?: string;
}

/** One result per carrier, under the keys that the documented error object uses. */
export interface CarrierResults {
  /** China Mobile (移动). */
  YDData: CarrierData;
  /** China Telecom (电信). */
  CTData: CarrierData;
  /** China Unicom (联通). */
  CUData: CarrierData;
}

/** The error object of the documented callbacks: per carrier after a failed retrieval, one code otherwise. */
export type DocumentedError =
  ({ msgId: string } & CarrierResults) | { msgId: string; code: string; message: string };

export interface YdrzErrorInit {
  code: string;
  message: string;
  phase: Phase;
  msgId?: string;
  carriers?: CarrierResults;
  cause?: unknown;
}

/** The one error type of the product: a documented code, the phase it belongs to, and what to do about it. */
export class YdrzError extends Error {
  override readonly name = 'YdrzError';
  /** The documented return code, always a string. */
  readonly code: string;
  /** The part of the login that failed. */
  readonly phase: Phase;
  /** The login's traceId; empty while there is none yet. */
  readonly msgId: string;
  /** What China Mobile answered; present where retrieval failed. */
  readonly YDData?: CarrierData;
  /** What China Telecom answered; present where retrieval failed. */
  readonly CTData?: CarrierData;
  /** What China Unicom answered; present where retrieval failed. */
  readonly CUData?: CarrierData;
  /** What to do about it, in the element's language; filled in by the flow, which knows the language. */
  hint = '';

  constructor({ code, message, phase, msgId = '', carriers, cause }: YdrzErrorInit) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.phase = phase;
    this.msgId = msgId;
    Object.assign(this, carriers);
  }

  /** True when the user (501) or the page (503) ended the login on purpose. */
  get cancelled(): boolean {
    return ['501', '503'].includes(this.code) && !this.YDData;
  }

  /** The documented callback object, with exactly its keys. */
  toJSON(): DocumentedError {
    const { msgId, code, message, YDData, CTData, CUData } = this;
    return YDData && CTData && CUData ? { msgId, YDData, CTData, CUData } : { msgId, code, message };
  }
}
