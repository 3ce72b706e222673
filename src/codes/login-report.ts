import type { Phase } from './ydrz-error.js';

/** One request of a reported login. */
export interface ReportedHop {
  /** The exchange's name, as in the `hop` event: `credentials`, `cm`, `ct-phonescrip`, `ct-script`, … */
  name: string;
  /** How long it took, in whole milliseconds. */
  milliseconds: number;
  /** The return code of its answer. */
  code: string;
}

/**
 * What `report-url` is sent when a login ends, as JSON: no number, token, digits, address or identifier, and nothing by which two logins
 * could be told to be one person's.
 */
export interface LoginReport {
  /** `103000`, or the code that the login ended with. */
  code: string;
  /** The phase that it ended in; `token` after success. */
  phase: Phase;
  /** The carrier that recognised the SIM; `unknown` where none did. */
  operator: 'CM' | 'CT' | 'CU' | 'unknown';
  /** The login's requests, in the order in which they ended. */
  hops: readonly ReportedHop[];
}
