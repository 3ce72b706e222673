import type { YdrzError } from '../codes/ydrz-error.js';
import type { TokenResult } from '../flow/types.js';

/** Where a login stands, and what belongs to it there. */
export type Progress =
  | { state: 'idle' }
  | { state: 'preparing' | 'retrieving' | 'authorizing' | 'exchanging'; run: Run }
  | { state: 'done'; result: TokenResult; expiry: ReturnType<typeof setTimeout> }
  | { state: 'failed'; error: YdrzError };

/** One login under way. */
export interface Run {
  readonly controller: AbortController;
  readonly promise: Promise<TokenResult>;
  msgId: string;
}
