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
  /** Its end, for whoever asked for it. */
  readonly promise: Promise<TokenResult>;
  declare readonly succeed: (result: TokenResult) => void;
  declare readonly fail: (error: YdrzError) => void;
  msgId = '';
  /** Its requests so far. */
  readonly hops: Hop[] = [];
  /** What tells the page's server how it went, where it wants to know. */
  reporter: Promise<typeof Reporting | undefined> | undefined;

  constructor() {
    this.promise = new Promise((succeed, fail) => {
      Object.assign(this, { succeed, fail });
    });
  }
}
