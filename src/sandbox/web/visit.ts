import type { Sim } from '../service/sims.js';
import type { Lane } from './lane.js';

/** What is known of a caller besides the request. */
export interface Caller {
  /** The address that the connection comes from. */
  address?: string;
  /** The page's origin, where the request itself does not carry it: in a service worker, or from the page's own origin. */
  origin?: string;
  /** The page's address, likewise. */
  referer?: string;
  /** The SIM, where the path names none. */
  sim?: string;
}

/** A request that has been placed, with its body read. */
export interface Visit {
  request: Request;
  /** The path as the service knows it. */
  path: string;
  /** Address of the sandbox as the caller wrote it, with its lane and SIM and no slash at the end. */
  base: string;
  lane: Lane;
  sim: Sim;
  body: string;
  caller: Caller;
}

/** A header, or what is known in place of it; undefined when it is absent or empty. */
export const headerOf = ({ request, caller }: Visit, name: string): string | undefined => {
  const known = new Map([
    ['origin', caller.origin],
    ['referer', caller.referer],
  ]);
  return request.headers.get(name) || known.get(name.toLowerCase()) || undefined;
};
