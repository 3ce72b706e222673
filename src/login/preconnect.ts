import { unclobbered } from '../dom/unclobbered.js';
import { hostsFor, type WireOptions } from '../gateway/endpoints.js';

/**
 * Open the connections that a login will need, so that its requests need not wait for DNS, TCP and TLS. The browser acts on a link
 * when it is put into the document, and closes what stays unused by itself; so nothing is left in the page.
 */
export const preconnect = (options: WireOptions): void => {
  const page = unclobbered();
  const origins = Object.values(hostsFor(options)).map((base) => new URL(base, page.baseURI).origin);
  for (const origin of new Set(origins)) {
    if (origin === location.origin) continue;
    const link = page.createElement('link');
    link.rel = 'preconnect';
    link.href = origin;
    // The requests go without cookies, for which browsers keep connections of their own.
    link.crossOrigin = 'anonymous';
    page.head.append(link);
    link.remove();
  }
};
