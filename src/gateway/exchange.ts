import { hop, type HopName } from './hop.js';
import type { ExchangeName, Wire } from './types.js';

/** A JSON object that nobody has looked at yet. */
export type Answer = Readonly<Record<string, unknown>>;

export interface ExchangeRequest extends HopName {
  name: ExchangeName | 'credentials';
  headers?: Record<string, string>;
  /** To be POSTed as JSON; without one it is a GET. */
  body?: object;
  credentials?: RequestCredentials;
  /** Where the return code stands in the answer; default {@link resultCode}. */
  codeOf?: (answer: Answer) => string;
}

export const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text under a key: strings as they are, numbers as text, everything else empty. */
export const textAt = (answer: Answer, key: string): string => {
  const value = answer[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** Anything as an object to look into; empty where it is none. */
export const asAnswer = (value: unknown): Answer => (isAnswer(value) ? value : {});

/** The object under a key; empty where there is none. */
export const answerAt = (answer: Answer, key: string): Answer => asAnswer(answer[key]);

/** What a JSON text says; undefined for any other text. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The return code where most of the service's answers have it. */
export const resultCode = (answer: Answer): string => textAt(answer, 'resultCode');

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
  const { url, headers, body, credentials = 'omit', codeOf = resultCode } = request;
  const controller = new AbortController();
  const ask = async (): Promise<Answer> => {
    const response = await fetch(url, {
      ...(headers && { headers }),
      // A string body without a Content-Type header of its own stays text/plain, so that it needs no preflight.
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      credentials,
      referrerPolicy: 'unsafe-url',
      signal: controller.signal,
    });
    if (!response.ok) throw new Error(`HTTP status ${String(response.status)}`);
    const answer: unknown = await response.json();
    if (!isAnswer(answer)) throw new TypeError('The answer is not a JSON object');
    return answer;
  };
  try {
    return await hop(wire, request, signal, ask, codeOf);
  } finally {
    controller.abort();
  }
};
