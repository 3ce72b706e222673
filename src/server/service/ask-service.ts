import { isFields, type Fields } from '../../incoming/fields.js';
import { letGo, readText } from '../../incoming/read-text.js';
import { withinTime } from './time-limit.js';

const ANSWER_LIMIT = 64 * 1024;

export interface ServiceOptions {
  /** Base URL put in place of the live host: a sandbox or a reverse proxy. */
  gateway?: string | undefined;
  /** The service's test line instead of the live one; `gateway` wins over it. Default false. */
  testLine?: boolean | undefined;
  /** Milliseconds for the whole request; default 8000. It holds for a `fetch` that does not heed its signal, too. */
  timeout?: number | undefined;
  /** Ends the request early. */
  signal?: AbortSignal | undefined;
  /** Default the global one. */
  fetch?: typeof fetch | undefined;
}

export interface Question extends Pick<ServiceOptions, 'signal' | 'fetch'> {
  url: string;
  headers: Record<string, string>;
  body: object;
  /** Milliseconds. */
  timeout: number;
}

/**
 * POST JSON to the service and get its JSON object.
 *
 * @throws whatever kept an answer from coming: the network's error, a status, the time limit, or the caller's own abort reason.
 */
export const askService = (question: Question): Promise<Fields> => {
  const { url, headers, body, timeout, signal: outer, fetch = globalThis.fetch } = question;
  return withinTime(timeout, outer, async (signal) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      // A token is not sent on to wherever an answer points.
      redirect: 'manual',
      signal,
    });
    if (!response.ok || signal.aborted) {
      letGo(response.body);
      signal.throwIfAborted();
      throw new Error(`HTTP status ${String(response.status)}`);
    }
    const answer: unknown = JSON.parse(await readText(response, ANSWER_LIMIT, signal));
    if (!isFields(answer)) throw new TypeError('The answer is not a JSON object');
    return answer;
  });
};
