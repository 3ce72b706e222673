import type { YdrzError } from '../codes/ydrz-error.js';
import type { TokenResult } from '../flow/types.js';
import type { Hop } from '../gateway/types.js';
import type * as Reporting from './send-report.js';
import type { TokenExpiry } from './token-expiry.js';

/** Where a login stands, and what belongs to it there. */
export type Progress =
  | { state: 'idle' }
  | { state: 'preparing' | 'retrieving' | 'authorizing' | 'exchanging'; run: Run }
  | { state: 'done'; result: TokenResult; expiry: TokenExpiry }
  | { state: 'failed'; error: YdrzError };

/** One login that was asked for. */
export class Run {
  readonly controller = new AbortController();
  /** What `login()` returns: settled when the login ends. */
  readonly promise: Promise<TokenResult>;
  declare readonly succeed: (result: TokenResult) => void;
  declare readonly fail: (error: YdrzError) => void;
  msgId = '';
  /** Its requests so far. */
  readonly hops: Hop[] = [];
  /** Sends the report when the login ends; undefined without `report-url`. */
  reporter: Promise<typeof Reporting | undefined> | undefined;

  constructor() {
    this.promise = new Promise((succeed, fail) => {
      Object.assign(this, { succeed, fail });
    });
  }
}
