import { createWire } from '../gateway/endpoints.js';
import type { Hop } from '../gateway/types.js';
import { Ahead } from './ahead.js';
import { connectionType } from './connection.js';
import { obtainSigned, type ObtainSigned, type Signed } from './credentials.js';
import { retrieveNumber, type ObtainNumber, type Retrieved } from './retrieve-number.js';
import type { LoginOrder } from './types.js';

/**
 * How long a retrieved number may wait for its click, in milliseconds: as long as a token lives. The service
 * does not document how long it keeps an accessToken; one that it has forgotten costs a second retrieval.
 */
export const PREFETCH_LIFETIME = 120_000;

/** How long credentials may, in milliseconds: their timestamp is to be that of the login. */
export const CREDENTIALS_LIFETIME = 60_000;

/** A connection on which a retrieval cannot work, or on which nothing is to be loaded that nobody asked for. */
const isUnwanted = (): boolean => connectionType() === 'wifi' || navigator.connection?.saveData === true;

/** What a login can have before its click: its credentials, or the number itself, so that the click shows the screen at once. */
export class Prefetch {
  readonly #signed = new Ahead<Signed>(CREDENTIALS_LIFETIME);
  readonly #number = new Ahead<Retrieved>(PREFETCH_LIFETIME);

  /**
   * Ask the business server for credentials, for a click that seems near. An application's own function is not called for a
   * login that nobody has begun.
   */
  sign(order: LoginOrder, onHop: (hop: Hop) => void): void {
    const { appId, credentials } = order;
    if (isUnwanted() || !appId || !credentials || typeof credentials !== 'string') return;
    if (this.#number.serves(order)) return;
    this.#signed.make(order, (signal) => obtainSigned(order, createWire({ ...order, onHop }), signal));
  }

  /** Retrieve the number, unless the connection is unsuited or the credentials serve only once. */
  start(order: LoginOrder, onHop: (hop: Hop) => void): void {
    if (isUnwanted() || !order.appId || !order.credentials || typeof order.credentials === 'object') return;
    this.#number.make(order, (signal) => retrieveNumber(order, { onHop }, signal));
  }

  /** Forget what was obtained. */
  drop(): void {
    this.#signed.drop();
    this.#number.drop();
  }

  /** The first half of a login: what was obtained ahead where it serves, else an ordinary retrieval. */
  readonly obtain: ObtainNumber = async (order, observer, signal) => {
    if (this.#number.serves(order)) observer.onState?.('retrieving', '');
    const retrieved = await this.#number.take(order, signal);
    if (!retrieved) return retrieveNumber(order, observer, signal, this.#obtainSigned);
    observer.onState?.('retrieving', retrieved.parameters.traceId);
    return { ...retrieved, prefetched: true };
  };

  readonly #obtainSigned: ObtainSigned = async (order, wire, signal) =>
    (await this.#signed.take(order, signal)) ?? obtainSigned(order, wire, signal);
}
