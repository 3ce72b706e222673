import { DEFAULT_SIM } from './sims.js';

/** What the start of a request's path says about where it comes from. */
export interface Place {
  /** The test's lane; empty outside tests. */
  lane: string;
  sim: string;
  /** The address up to the end of the prefixes, with no slash at the end. */
  base: string;
  /** The rest: the path as the service knows it. */
  path: string;
}

/** Letters, digits, `_`, `-` and `.` make a name of a lane or a SIM. */
const PREFIXES = /^(?:\/lane\/([\w.-]{1,64}))?(?:\/sim\/([\w.-]{1,64}))?(?=\/|$)/;

/** `/lane/<id>` and then `/sim/<id>`, both optional, may stand before any path. */
export const placeOf = (address: string): Place => {
  const { origin, pathname } = new URL(address);
  const match = PREFIXES.exec(pathname);
  const prefix = match?.[0] ?? '';
  return {
    lane: match?.[1] ?? '',
    sim: match?.[2] ?? DEFAULT_SIM,
    base: origin + prefix,
    path: pathname.slice(prefix.length) || '/',
  };
};
