import type { Settled } from './outcome.js';

/** How often the crowd comes, to see what is still held afterwards. */
export const ROUNDS = 3;

export interface Round {
  logins: Settled<{ number: string; status: number; phone: unknown }>[];
  /** Bytes of the heap after it, once collected: of the sandbox, then of each copy. */
  heaps: number[];
}

/** What is left of a load on the program. */
export interface ServeOutcome {
  rounds: Round[];
  /** By copy, the requests that it answered with 200, by its own log. */
  answered: number[];
}
