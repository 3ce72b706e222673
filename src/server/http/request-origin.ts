/** The first value of a header: each proxy on the way may have added its own behind it. */
const first = (value: string | null): string => value?.split(',', 1)[0]?.trim() ?? '';

const hostOf = (address: string): string | undefined => {
  try {
    return new URL(address).host;
  } catch {
    return undefined;
  }
};

/**
 * Is it the origin that the request was sent to, as far as the server can know? A proxy that ends TLS sends on what came over https by
 * http, so what is compared is the host, and https may be what the request calls http. The other way round it may not: whoever can
 * change what comes over http must not be able to ask over https.
 */
const isOwn = (origin: string, request: Request, trustProxy: boolean): boolean => {
  const { protocol, host } = new URL(request.url);
  const [scheme] = /^https?:/.exec(origin) ?? [];
  if (scheme === undefined) return false;
  // A page cannot set this header across sites, and all that it does here is to be stricter.
  const isSecure = protocol === 'https:' || first(request.headers.get('x-forwarded-proto')) === 'https';
  if (isSecure && scheme !== 'https:') return false;
  const forwarded = trustProxy ? first(request.headers.get('x-forwarded-host')) : '';
  // Under the page's own scheme, so that its standard port counts as none.
  return hostOf(`${scheme}//${forwarded || host}`) === hostOf(origin);
};

export interface OriginRules {
  /** Origins that may ask besides the request's own. */
  origins: ReadonlySet<string>;
  /** Believe `X-Forwarded-Host`. */
  trustProxy: boolean;
}

/**
 * May the page that sent this request do so? Those of the request's own origin and of the listed ones may.
 *
 * `Sec-Fetch-Site` is the browser's own word on it: no page can set or change it, and no proxy in front of the server plays a part.
 * Browsers that do not send it name at least the origin of every POST, which is compared with what the request was sent to. Where there
 * is none of both the caller is no browser, and nobody's session or network is being used by another site.
 */
export const isAllowedOrigin = (request: Request, { origins, trustProxy }: OriginRules): boolean => {
  const origin = request.headers.get('origin');
  if (origin !== null && origins.has(origin)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin') return true;
  // `none` is what the user alone has asked for, as by reloading.
  if (site !== null && site !== 'none') return false;
  return origin === null || isOwn(origin, request, trustProxy);
};

/** Let a page of a listed origin read an answer that comes from another one. */
export const allowReading = (headers: Headers, request: Request, origins: ReadonlySet<string>): void => {
  if (origins.size === 0) return;
  // Who asks decides on the headers, so no cache may give one page's answer to another.
  headers.append('vary', 'origin');
  const origin = request.headers.get('origin');
  if (origin !== null && origins.has(origin)) headers.set('access-control-allow-origin', origin);
};
