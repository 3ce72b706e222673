import { ExpiringMap } from './expiring-map.js';
import type { RegisteredApp } from './registered-app.js';
import { RegisteredPages } from './registered-pages.js';
import { readPublicKey } from './sealing.js';
import type { Sim } from './sims.js';

const MINUTE = 60_000;
/** More logins at a time than a demonstration or a load test makes; beyond it the oldest are forgotten. */
const LIMIT = 20_000;

/** What an accessToken stands for. */
interface Access {
  appId: string;
  sim: Sim;
  /** Undefined until the first request for a token says it. */
  userInformation: string | undefined;
}

/** What a token stands for. */
interface TokenRecord {
  appId: string;
  number: string;
  userInformation: string;
}

/**
 * A login at a carrier's gateway. It is kept twice: under the ticket in the address that step 1 answers, and then, with the SIM that the
 * gateway has seen, under the data that step 3 brings back.
 */
interface Phonescrip {
  appId: string;
  traceId: string;
  operator: 'CT' | 'CU';
  /** The SIM of the connection; absent until the gateway has seen it. */
  sim?: Sim;
}

export interface ServiceOptions {
  apps: readonly RegisteredApp[];
  pages: readonly string[];
  /** Milliseconds since 1970; default the machine's clock. */
  now?: () => number;
  /** How long three wrong tries lock a number, in milliseconds; default 10 minutes. */
  lockTime?: number;
}

/** Everything that the simulated service knows, in memory, with expiry and an upper bound. */
export class Service {
  readonly #clock: () => number;
  #ahead = 0;
  readonly apps: ReadonlyMap<string, RegisteredApp>;
  readonly pages = new RegisteredPages();
  /** Trace ids by exchange, for longer than timestamps are timely (10 minutes to either side): older ones are refused by their timestamp. */
  readonly traces: ExpiringMap<true>;
  readonly phonescrips: ExpiringMap<Phonescrip>;
  readonly accesses: ExpiringMap<Access>;
  /** A token lives for 2 minutes and is used once. */
  readonly tokens: ExpiringMap<TokenRecord>;
  /** Wrong tries by number. */
  readonly wrongTries: ExpiringMap<number>;
  readonly #publicKeys = new Map<string, Promise<CryptoKey>>();

  constructor({ apps, pages, now = Date.now, lockTime = 10 * MINUTE }: ServiceOptions) {
    this.#clock = now;
    this.apps = new Map(apps.map((app) => [app.appId, app]));
    this.pages.add(pages);
    const living = <Value>(lifetime: number) =>
      new ExpiringMap<Value>({ lifetime, limit: LIMIT, now: () => this.now() });
    this.traces = living(21 * MINUTE);
    this.phonescrips = living(MINUTE);
    this.accesses = living(5 * MINUTE);
    this.tokens = living(2 * MINUTE);
    this.wrongTries = living(lockTime);
  }

  /** The service's time, in milliseconds since 1970. */
  now(): number {
    return this.#clock() + this.#ahead;
  }

  /** Let time pass, in milliseconds. */
  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }

  /** The key that the application's signatures are checked with. @throws when what was registered is none. */
  publicKey({ appId, publicKey }: RegisteredApp): Promise<CryptoKey> {
    const key = this.#publicKeys.get(appId) ?? readPublicKey(publicKey);
    this.#publicKeys.set(appId, key);
    return key;
  }

  /** Note a trace id of an exchange; false when the exchange has seen it before. */
  isFirst(exchange: string, traceId: string): boolean {
    const key = `${exchange} ${traceId}`;
    if (this.traces.get(key)) return false;
    this.traces.set(key, true);
    return true;
  }
}
