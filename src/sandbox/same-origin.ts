import type { Sandbox } from './create-sandbox.js';

/** What is known of the page behind a request. */
export interface PageBehind {
  /** The request's `Origin`; undefined where it has none, as most requests of a page to its own origin. */
  origin?: string | undefined;
  /** The page's address: the request's `Referer`, or its `referrer` in a service worker. Without it, nothing is known of the page. */
  referer?: string | undefined;
}

/**
 * Answer a request with a sandbox that stands under its page's own origin: in a development server or a service worker. Pages of that
 * origin count as registered, and a missing `Origin` is taken to be theirs.
 *
 * The SIM is the one that the gateway's address names (`/sim/<id>`), else the one that the page's address names with `?sim=`, else `cm`.
 * A page whose referrer policy cuts its address down to the origin still logs in, but its `?sim=` is cut off too: put the SIM into the
 * gateway's address there. A request from elsewhere, or of a page that sends no address at all, is answered as the service would answer it.
 *
 * @throws what `sandbox.fetch` rejects with: a connection that a fault resets, or a caller that has gone.
 */
export const answerSameOrigin = (
  sandbox: Sandbox,
  request: Request,
  { origin, referer }: PageBehind,
): Promise<Response> => {
  const own = new URL(request.url).origin;
  const page = referer !== undefined && URL.canParse(referer) ? new URL(referer) : undefined;
  const isOwn = page?.origin === own && (origin === undefined || origin === own);
  if (!page || !isOwn) return sandbox.fetch(request);
  sandbox.registerPages([page.href]);
  const sim = page.searchParams.get('sim');
  return sandbox.fetch(request, { origin: own, referer: page.href, ...(sim && { sim }) });
};
