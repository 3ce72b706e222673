/** The service's host for everything but retrieval. */
const LIVE = 'https://www.cmpassport.com';
const TEST_LINE = 'https://testcert.cmpassport.com:7002';

const ANSWER_LIMIT = 64 * 1024;

/** A JSON object that nobody has looked at yet. */
export type Answer = Readonly<Record<string, unknown>>;

export const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text under a key; empty where there is none. */
export const textAt = (answer: Answer, key: string): string => {
  const value = answer[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

export interface ServiceOptions {
  /** Base URL put in place of the live host: a sandbox or a reverse proxy. */
  gateway?: string | undefined;
  /** The service's test line instead of the live one; `gateway` wins over it. Default false. */
  testLine?: boolean | undefined;
  /** Milliseconds for the whole request; default 8000. */
  timeout?: number | undefined;
  /** Ends the request early. */
  signal?: AbortSignal | undefined;
  /** Default the global one. */
  fetch?: typeof fetch | undefined;
}

const baseOf = ({ gateway, testLine }: ServiceOptions): string =>
  gateway?.trim().replace(/\/+$/, '') || (testLine ? TEST_LINE : LIVE);

/** Read a body up to a limit, so that a broken gateway cannot fill the server's memory. */
export const readText = async (body: ReadableStream<Uint8Array> | null, limit: number): Promise<string> => {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new RangeError(`More than ${String(limit)} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
};

/**
 * POST JSON to the service and get its JSON object.
 *
 * @throws whatever kept an answer from coming: the network's error, a status, the time limit, or the caller's own abort reason.
 */
export const askService = async (
  path: string,
  headers: Record<string, string>,
  body: object,
  options: ServiceOptions,
): Promise<Answer> => {
  const { timeout = 8000, signal, fetch = globalThis.fetch } = options;
  const controller = new AbortController();
  const end = () => {
    controller.abort(signal?.reason);
  };
  const timer = setTimeout(() => {
    controller.abort(new DOMException(`No answer within ${String(timeout)} ms`, 'TimeoutError'));
  }, timeout);
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  try {
    const response = await fetch(baseOf(options) + path, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      // A token is not sent on to wherever an answer points.
      redirect: 'manual',
      signal: controller.signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`HTTP status ${String(response.status)}`);
    }
    const answer: unknown = JSON.parse(await readText(response.body, ANSWER_LIMIT));
    if (!isAnswer(answer)) throw new TypeError('The answer is not a JSON object');
    return answer;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
};
