/**
 * May the page that sent this request do so? Its own origin and the listed ones may.
 *
 * Browsers name the origin of every POST. Where they hide it (`null`, under the policy no-referrer), and where there is none
 * because the caller is no browser, what counts is that no browser says it came from another site.
 */
export const isAllowedOrigin = (request: Request, origins: ReadonlySet<string>): boolean => {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin === null) return site === null || site === 'same-origin' || site === 'none';
  if (origin === 'null') return site === 'same-origin';
  return origin === new URL(request.url).origin || origins.has(origin);
};

/** Let a page of a listed origin read an answer that comes from another one. */
export const allowReading = (headers: Headers, request: Request, origins: ReadonlySet<string>): void => {
  const origin = request.headers.get('origin');
  if (origin === null || !origins.has(origin)) return;
  headers.set('access-control-allow-origin', origin);
  headers.append('vary', 'origin');
};
