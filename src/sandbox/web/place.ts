/** What the start of a request's path says about where it comes from. */
export interface Place {
  /** The test's lane; empty outside tests. */
  lane: string;
  /** The SIM's id; undefined where the path names none. */
  sim: string | undefined;
  /** The address up to the end of the prefixes, with no slash at the end. */
  base: string;
  /** The rest: the path as the service knows it. */
  path: string;
}

/** Letters, digits, `_`, `-` and `.` make a name of a lane or a SIM. */
const PREFIXES = /^(?:\/lane\/([\w.-]{1,64}))?(?:\/sim\/([\w.-]{1,64}))?(?=\/|$)/;

/**
 * `/lane/<id>` and then `/sim/<id>`, both optional, may stand before any path; `basePath` stands before all of that. Undefined for
 * what is not under it.
 */
export const placeOf = (address: string, basePath = ''): Place | undefined => {
  const { origin, pathname } = new URL(address);
  if (!pathname.startsWith(basePath)) return undefined;
  const local = pathname.slice(basePath.length);
  if (local !== '' && !local.startsWith('/')) return undefined;
  const match = PREFIXES.exec(local);
  const prefix = match?.[0] ?? '';
  return {
    lane: match?.[1] ?? '',
    sim: match?.[2],
    base: origin + basePath + prefix,
    // The official script writes two slashes before `h5` in half of its addresses.
    path: local.slice(prefix.length).replace(/^\/\/(?=h5\/)/, '/') || '/',
  };
};
