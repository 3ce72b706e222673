import type * as Hints from '../codes/hints.js';
import { inTime } from './in-time.js';

/** Milliseconds that a failure waits for its hint: it has to be told, with a hint or without one. */
const LIMIT = 2000;

let hints: Promise<typeof Hints> | undefined;

/** The hints, which only a login that fails has a use for; undefined where they do not load in time. */
export const loadHints = async (): Promise<typeof Hints | undefined> => {
  hints ??= import('../codes/hints.js');
  try {
    return await inTime(hints, LIMIT);
  } catch {
    // The next failure tries again.
    hints = undefined;
    return undefined;
  }
};
