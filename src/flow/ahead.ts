import { untilEnded } from '../gateway/in-time.js';
import type { LoginOrder } from './types.js';

interface Made<T> {
  order: LoginOrder;
  result: Promise<T>;
  controller: AbortController;
  /** When it was begun, on the page's own clock. */
  at: number;
}

const isSame = (one: LoginOrder, other: LoginOrder): boolean => {
  const fields: Readonly<Record<string, unknown>> = { ...other };
  return Object.entries(one).every(([name, value]) => fields[name] === value);
};

/**
 * Something obtained for a login that may come. It is silent on failure, used once, and dropped when it is stale or the
 * login's settings have changed.
 */
export class Ahead<T> {
  readonly #lifetime: number;
  #made: Made<T> | undefined;

  /** @param lifetime how long it may wait for its login, in milliseconds. */
  constructor(lifetime: number) {
    this.#lifetime = lifetime;
  }

  /** Whether it is here or on its way for a login with these settings. */
  serves(order: LoginOrder): boolean {
    const made = this.#made;
    return made !== undefined && isSame(made.order, order) && performance.now() - made.at <= this.#lifetime;
  }

  /** Obtain it now, unless what is there serves. */
  make(order: LoginOrder, obtain: (signal: AbortSignal) => Promise<T>): void {
    if (this.serves(order)) return;
    this.drop();
    const controller = new AbortController();
    const made = { order, result: obtain(controller.signal), controller, at: performance.now() };
    this.#made = made;
    made.result.catch(() => {
      // Nobody has clicked yet, so there is nobody to tell; the click will ask again.
      if (this.#made === made) this.#made = undefined;
    });
  }

  /**
   * What was obtained for a login with these settings, for this one alone; undefined where nothing serves.
   *
   * @throws {Error} when the login is ended before it has come.
   */
  async take(order: LoginOrder, signal: AbortSignal): Promise<T | undefined> {
    const made = this.#made;
    if (!made || !this.serves(order)) {
      this.drop();
      return undefined;
    }
    this.#made = undefined;
    try {
      return await untilEnded(made.result, signal);
    } catch (cause) {
      made.controller.abort();
      if (signal.aborted) throw cause;
      return undefined;
    }
  }

  /** Forget what was obtained, and stop what is being obtained. */
  drop(): void {
    this.#made?.controller.abort();
    this.#made = undefined;
  }
}
