/** A document in a page of another address, such as `about:srcdoc`: its referrer would be the whole of that address. */
const isPage = (): boolean => /^https?:$/.test(location.protocol);

/**
 * What a request to the service says of the page. The service compares the page's address with the registered ones, which have
 * neither query nor fragment, so no more than that is told: a query may hold what is nobody's business.
 */
export const pageReferrer = (): Pick<RequestInit, 'referrer' | 'referrerPolicy'> =>
  isPage()
    ? { referrer: location.origin + location.pathname, referrerPolicy: 'unsafe-url' }
    : { referrerPolicy: 'origin' };

/** The same for a script or a frame, whose referrer cannot be chosen: where the address has a query, the origin has to do. */
export const elementReferrerPolicy = (): ReferrerPolicy =>
  isPage() && !location.search ? 'unsafe-url' : 'origin';
