import type { Exchange } from '../wire/call.js';

/**
 * Let the page read the answer. Every origin is echoed, because a page with an unregistered one must be able to read the
 * documented refusal; the browser is told nothing of cookies, which the service has none of.
 */
export const allowReading = (response: Response, origin: string | undefined): void => {
  if (origin === undefined) return;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.append('vary', 'origin');
};

/** Answer a preflight: only the documented method and headers, so that a browser stops a request that goes beyond them. */
export const preflight = ({ method, headers }: Exchange, origin: string | undefined): Response => {
  if (!headers) return new Response(null, { status: 403 });
  const response = new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': method,
      ...(headers.length > 0 && { 'access-control-allow-headers': headers.join(', ') }),
    },
  });
  allowReading(response, origin);
  return response;
};
