import { ageOf, now, type Moment } from './moment.js';
import type { LoginOrder } from './types.js';
import { untilEnded } from '../incoming/in-time.js';

interface Made<T> {
  order: LoginOrder;
  result: Promise<T>;
  controller: AbortController;
  /** When it was begun. */
  at: Moment;
}

const isSame = (one: LoginOrder, other: LoginOrder): boolean => {
  const fields: Readonly<Record<string, unknown>> = { ...other };
  return Object.entries(one).every(([name, value]) => fields[name] === value);
};

/**
 * Something obtained for a login that may come. It is silent on failure, used once, and dropped when it is stale or the
 * login's settings have changed.
 */
export interface Ahead<T> {
  /** Whether it is here or on its way for a login with these settings. */
  serves(order: LoginOrder): boolean;
  /** Obtain it now, unless what is there serves. */
  make(order: LoginOrder, obtain: (signal: AbortSignal) => Promise<T>): void;
  /**
   * What was obtained for a login with these settings, for this one alone; undefined where nothing serves.
   *
   * @throws {Error} when the login is ended before it has come.
   */
  take(order: LoginOrder, signal: AbortSignal): Promise<T | undefined>;
  /** Forget what was obtained, and stop what is being obtained. */
  drop(): void;
}

/** @param lifetime how long it may wait for its login, in milliseconds. */
export const ahead = <T>(lifetime: number): Ahead<T> => {
  let made: Made<T> | undefined;
  const serving = (order: LoginOrder) =>
    made && isSame(made.order, order) && ageOf(made.at) <= lifetime ? made : undefined;
  const drop = () => {
    made?.controller.abort();
    made = undefined;
  };
  return {
    serves: (order) => serving(order) !== undefined,
    make(order, obtain) {
      if (serving(order)) return;
      drop();
      const controller = new AbortController();
      const making = { order, result: obtain(controller.signal), controller, at: now() };
      made = making;
      making.result.catch(() => {
        // Nobody has clicked yet, so there is nobody to tell; the click will ask again.
        if (made === making) made = undefined;
      });
    },
    async take(order, signal) {
      const taken = serving(order);
      if (!taken) {
        drop();
        return undefined;
      }
      made = undefined;
      try {
        return await untilEnded(taken.result, signal);
      } catch (cause) {
        taken.controller.abort();
        if (signal.aborted) throw cause;
        return undefined;
      }
    },
    drop,
  };
};
