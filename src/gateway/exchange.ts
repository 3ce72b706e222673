import { pageUrl } from '../dom/page-url.js';
import { hop, type HopName } from './hop.js';
import { pageReferrer } from './referrer.js';
import type { ExchangeName, Wire } from './types.js';
import { isFields, textAt, type Fields } from '../incoming/fields.js';

export interface ExchangeRequest extends HopName {
  name: ExchangeName | 'credentials';
  headers?: Record<string, string>;
  /** To be POSTed as JSON; without one it is a GET. */
  body?: object;
  credentials?: RequestCredentials;
  /** Where the return code stands in the answer; default {@link resultCode}. */
  codeOf?: (answer: Fields) => string;
}

/** The return code where most of the service's answers have it. */
export const resultCode = (answer: Fields): string => textAt(answer, 'resultCode');

/**
 * Make one JSON request and hand its answer on as an unchecked object.
 *
 * The service is told the page's address; the business server what the page's own policy says.
 *
 * @throws {YdrzError} 500 when no JSON object came back in time, 503 when the login was ended.
 */
export const exchange = async (
  wire: Wire,
  request: ExchangeRequest,
  signal: AbortSignal,
): Promise<Fields> => {
  const { url, headers, body, credentials = 'omit', codeOf = resultCode } = request;
  const controller = new AbortController();
  const ask = async (): Promise<Fields> => {
    const response = await fetch(pageUrl(url).href, {
      ...(headers && { headers }),
      // A string body without a Content-Type header of its own stays text/plain, so that it needs no preflight.
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      credentials,
      ...(request.name !== 'credentials' && pageReferrer()),
      signal: controller.signal,
    });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const answer: unknown = await response.json();
    if (!isFields(answer)) throw new TypeError('No JSON object');
    return answer;
  };
  try {
    return await hop(wire, request, signal, ask, codeOf);
  } finally {
    controller.abort();
  }
};
