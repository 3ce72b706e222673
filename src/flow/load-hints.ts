import type * as Hints from '../codes/hints.js';
import { inTime } from '../incoming/in-time.js';

/** Milliseconds that a failure waits for its hint: it has to be told, with a hint or without one. */
const LIMIT = 2000;

/** Fetch the hints, for a failure that may come. */
export const fetchHints = (): Promise<typeof Hints> => import('../codes/hints.js');

/** The hints, which only a login that fails has a use for; undefined where they do not load in time. */
export const loadHints = (): Promise<typeof Hints | undefined> =>
  inTime(fetchHints(), LIMIT).catch(() => undefined);
