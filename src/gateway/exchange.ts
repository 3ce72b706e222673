import type { Phase } from '../codes/ydrz-error.js';
import { networkError, throwIfEnded } from './failures.js';
import type { ExchangeName, Wire } from './types.js';

/** A JSON object that nobody has looked at yet. */
export type Answer = Readonly<Record<string, unknown>>;

export interface ExchangeRequest {
  name: ExchangeName | 'credentials';
  phase: Phase;
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: object;
  credentials?: RequestCredentials;
  /** Where the return code stands in the answer. */
  codeOf: (answer: Answer) => string;
}

export const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text under a key: strings as they are, numbers as text, everything else empty. */
export const textAt = (answer: Answer, key: string): string => {
  const value = answer[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** The object under a key; empty where there is none. */
export const answerAt = (answer: Answer, key: string): Answer => {
  const value = answer[key];
  return isAnswer(value) ? value : {};
};

const withoutQuery = (url: string): string => url.replace(/[?#].*$/s, '');

/** A signal that fires when the caller's does or when the time is up, whichever is first. */
const limited = (signal: AbortSignal, milliseconds: number) => {
  const controller = new AbortController();
  const follow = () => {
    controller.abort();
  };
  const timer = setTimeout(follow, milliseconds);
  signal.addEventListener('abort', follow);
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      signal.removeEventListener('abort', follow);
    },
  };
};

/**
 * Make one JSON request and hand its answer on as an unchecked object.
 *
 * `referrerPolicy: 'unsafe-url'` stands on every request because the service compares the page's full address
 * with the registered ones, and browsers send only the origin across sites by default.
 *
 * @throws {YdrzError} 500 when no JSON object came back in time, 503 when the login was ended.
 */
export const exchange = async (
  wire: Wire,
  request: ExchangeRequest,
  signal: AbortSignal,
): Promise<Answer> => {
  const { name, url, method = 'POST', headers, body, credentials = 'omit', phase, codeOf } = request;
  throwIfEnded(signal, phase);
  const limit = limited(signal, wire.timeout);
  const start = performance.now();
  let code = '500';
  try {
    const response = await fetch(url, {
      method,
      ...(headers && { headers }),
      // A string body without a Content-Type header of its own stays text/plain, so that it needs no preflight.
      ...(body && { body: JSON.stringify(body) }),
      credentials,
      referrerPolicy: 'unsafe-url',
      signal: limit.signal,
    });
    if (!response.ok) throw new Error(`HTTP status ${String(response.status)}`);
    const answer: unknown = await response.json();
    if (!isAnswer(answer)) throw new TypeError('The answer is not a JSON object');
    code = codeOf(answer);
    return answer;
  } catch (cause) {
    throwIfEnded(signal, phase);
    throw networkError(phase, cause);
  } finally {
    limit.end();
    wire.onHop?.({ name, url: withoutQuery(url), start, duration: performance.now() - start, code });
  }
};
