import { YdrzError } from '../codes/ydrz-error.js';
import { createWire } from '../gateway/endpoints.js';
import type { Hop } from '../gateway/types.js';
import { ahead } from './ahead.js';
import { connectionType, network } from './connection.js';
import { obtainSigned, type Signed } from './credentials.js';
import { retrieveNumber, type ObtainNumber, type Retrieved } from './retrieve-number.js';
import type { LoginOrder } from './types.js';

/**
 * How long a retrieved number may wait for its click, in milliseconds: as long as a token lives. The service
 * does not document how long it keeps an accessToken; one that it has forgotten costs a second retrieval.
 */
const PREFETCH_LIFETIME = 120_000;

/** How long credentials may, in milliseconds: their timestamp is to be that of the login. */
export const CREDENTIALS_LIFETIME = 60_000;

/** China Mobile is asked first, with the timestamp that the business server has signed. */
const isTooOld = (error: unknown): boolean => error instanceof YdrzError && error.YDData?.code === '105112';

/** A connection on which a retrieval cannot work, or on which nothing is to be loaded that nobody asked for. */
const isUnwanted = (): boolean => connectionType() === 'wifi' || network().saveData === true;

/** What a login can have before its click: its credentials, or the number itself, so that the click shows the screen at once. */
export interface Prefetch {
  /**
   * Ask the business server for credentials, for a click that seems near. An application's own function is not called for a
   * login that nobody has begun.
   */
  sign(order: LoginOrder, onHop: (hop: Hop) => void): void;
  /** Retrieve the number, unless the connection is unsuited or the credentials serve only once. */
  start(order: LoginOrder, onHop: (hop: Hop) => void): void;
  /** Forget what was obtained. */
  drop(): void;
  /** The first half of a login: what was obtained ahead where it serves, else an ordinary retrieval. */
  obtain: ObtainNumber;
}

export const createPrefetch = (): Prefetch => {
  const signed = ahead<Signed>(CREDENTIALS_LIFETIME);
  const number = ahead<Retrieved>(PREFETCH_LIFETIME);

  /**
   * An ordinary retrieval; once more with a new signature where the first has grown too old: it was signed ahead, or the phone slept
   * on the way, which the wall clock alone has noticed.
   */
  const retrieve: ObtainNumber = async (order, observer, signal) => {
    const begun = Date.now();
    const given = await signed.take(order, signal);
    try {
      return await retrieveNumber(order, observer, signal, given && (() => Promise.resolve(given)));
    } catch (error) {
      const isFresh = !given && Date.now() - begun < CREDENTIALS_LIFETIME;
      if (signal.aborted || isFresh || !isTooOld(error)) throw error;
      return retrieveNumber(order, observer, signal);
    }
  };
  return {
    sign(order, onHop) {
      // What is missing in an order is told by the click.
      if (isUnwanted() || typeof order.credentials !== 'string' || number.serves(order)) return;
      signed.make(order, (signal) => obtainSigned(order, createWire({ ...order, onHop }), signal));
    },
    start(order, onHop) {
      if (isUnwanted() || typeof order.credentials === 'object') return;
      number.make(order, (signal) => retrieveNumber(order, { onHop }, signal));
    },
    drop() {
      signed.drop();
      number.drop();
    },
    async obtain(order, observer, signal) {
      if (number.serves(order)) observer.onState?.('retrieving', '');
      const retrieved = await number.take(order, signal);
      if (!retrieved) return retrieve(order, observer, signal);
      observer.onState?.('retrieving', retrieved.parameters.traceId);
      return { ...retrieved, prefetched: true };
    },
  };
};
