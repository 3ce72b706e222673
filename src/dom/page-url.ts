import { unclobbered } from './unclobbered.js';

/**
 * An address as the page's markup means it. A page that was opened as `https://name:password@…` hands both on to its relative
 * addresses, with which browsers make no request; so they are left out.
 *
 * @throws {TypeError} for what is no address.
 */
export const pageUrl = (address: string): URL =>
  new URL(address, unclobbered().baseURI.replace(/^(\w+:\/\/)[^/]*@/, '$1'));
