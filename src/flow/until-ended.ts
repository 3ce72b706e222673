import type { Phase } from '../codes/ydrz-error.js';
import { endedError, throwIfEnded } from '../gateway/failures.js';

/**
 * Wait for something that the application or the user does, but no longer than the login lasts: a function that
 * ignores its signal holds nothing up, and what it answers late changes nothing.
 *
 * @throws {YdrzError} 503 when the login is ended first.
 */
export const untilEnded = async <T>(work: T | Promise<T>, signal: AbortSignal, phase: Phase): Promise<T> => {
  throwIfEnded(signal, phase);
  let forget: () => void = () => undefined;
  const end = new Promise<never>((_, reject) => {
    const listener = () => {
      reject(endedError(phase));
    };
    signal.addEventListener('abort', listener);
    forget = () => {
      signal.removeEventListener('abort', listener);
    };
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    forget();
  }
};
