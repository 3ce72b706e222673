import { hostsFor, type WireOptions } from '../gateway/endpoints.js';

/**
 * Open the connections that a login will need, so that its requests need not wait for DNS, TCP and TLS. The browser acts on a link
 * when it is put into the document, and closes what stays unused by itself; so nothing is left in the page.
 */
export const preconnect = (options: WireOptions): void => {
  const origins = Object.values(hostsFor(options)).map((base) => new URL(base, document.baseURI).origin);
  for (const origin of new Set(origins)) {
    if (origin === location.origin) continue;
    const link = document.createElement('link');
    link.rel = 'preconnect';
    link.href = origin;
    // The requests go without cookies, for which browsers keep connections of their own.
    link.crossOrigin = 'anonymous';
    document.head.append(link);
    link.remove();
  }
};
