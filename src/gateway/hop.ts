import type { Phase } from '../codes/ydrz-error.js';
import { networkError } from '../codes/network-error.js';
import { throwIfEnded } from './failures.js';
import type { Hop, Wire } from './types.js';
import { inTime } from '../incoming/in-time.js';

/** What a request is told as. */
export interface HopName extends Pick<Hop, 'name' | 'url'> {
  phase: Phase;
}

/**
 * Make one request within the wire's limit and tell it as a hop.
 *
 * @param codeOf finds the return code in what came.
 * @throws {YdrzError} 500 when it fails or takes too long, 503 when the login was ended.
 */
export const hop = async <T>(
  wire: Wire,
  { name, url, phase }: HopName,
  signal: AbortSignal,
  ask: () => Promise<T>,
  codeOf: (answer: T) => string,
): Promise<T> => {
  throwIfEnded(signal, phase);
  const start = performance.now();
  let code = '500';
  try {
    const answer = await inTime(ask(), wire.timeout, signal);
    code = codeOf(answer);
    return answer;
  } catch (cause) {
    throwIfEnded(signal, phase);
    throw networkError(phase, cause);
  } finally {
    const duration = performance.now() - start;
    wire.onHop?.({ name, url: url.split(/[?#]/, 1).join(''), start, duration, code });
  }
};
