import type { Hop } from '../gateway/types.js';
import { throwIfEnded } from '../gateway/failures.js';
import { untilEnded } from '../gateway/in-time.js';
import { connectionType } from './connection.js';
import { retrieveNumber, type ObtainNumber, type Retrieved } from './retrieve-number.js';
import type { LoginOrder } from './types.js';

/**
 * How long a retrieved number may wait for its click, in milliseconds: as long as a token lives. The service
 * does not document how long it keeps an accessToken; one that it has forgotten costs a second retrieval.
 */
export const PREFETCH_LIFETIME = 120_000;

/** A retrieval made ahead, with what it was ordered with. */
interface Made {
  order: LoginOrder;
  number: Promise<Retrieved>;
  controller: AbortController;
  /** When it was started, on the page's own clock. */
  at: number;
}

/** A connection on which a retrieval cannot work, or on which nothing is to be loaded that nobody asked for. */
const isUnwanted = (): boolean => connectionType() === 'wifi' || navigator.connection?.saveData === true;

/**
 * A number retrieved before the click, so that the click shows the screen at once.
 *
 * It is silent on failure, used once, and dropped when it is stale or the login's settings have changed. A click
 * that cannot use it is an ordinary login.
 */
export class Prefetch {
  #made: Made | undefined;

  /** Retrieve now, unless that has been done, the connection is unsuited, or the credentials serve only once. */
  start(order: LoginOrder, onHop: (hop: Hop) => void): void {
    if (isUnwanted() || !order.appId || !order.credentials || typeof order.credentials === 'object') return;
    if (this.#madeFor(order)) return;
    this.drop();
    const controller = new AbortController();
    const number = retrieveNumber(order, { onHop }, controller.signal);
    const made: Made = { order, number, controller, at: performance.now() };
    this.#made = made;
    number.catch(() => {
      // Nobody has clicked yet, so there is nobody to tell; the click will ask again.
      if (this.#made === made) this.#made = undefined;
    });
  }

  /** Forget what was retrieved, and stop what is being retrieved. */
  drop(): void {
    this.#made?.controller.abort();
    this.#made = undefined;
  }

  /** The first half of a login: what was made ahead where it serves, else an ordinary retrieval. */
  readonly obtain: ObtainNumber = async (order, observer, signal) => {
    const made = this.#madeFor(order);
    if (!made) {
      this.drop();
      return retrieveNumber(order, observer, signal);
    }
    this.#made = undefined;
    observer.onState?.('retrieving', '');
    try {
      const retrieved = await untilEnded(made.number, signal);
      observer.onState?.('retrieving', retrieved.parameters.traceId);
      return { ...retrieved, prefetched: true };
    } catch {
      made.controller.abort();
      throwIfEnded(signal, 'retrieval');
      return retrieveNumber(order, observer, signal);
    }
  };

  /** What was made, if it is for such an order and not stale. */
  #madeFor(order: LoginOrder): Made | undefined {
    const made = this.#made;
    if (!made || performance.now() - made.at > PREFETCH_LIFETIME) return undefined;
    const ordered: Readonly<Record<string, unknown>> = { ...made.order };
    return Object.entries(order).every(([name, value]) => value === ordered[name]) ? made : undefined;
  }
}
