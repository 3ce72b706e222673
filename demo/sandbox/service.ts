import { ExpiringMap } from './expiring-map.js';
import type { RegisteredApp } from './registered-app.js';
import { RegisteredPages } from './registered-pages.js';
import type { Sim } from './sims.js';

const MINUTE = 60_000;
/** More logins at a time than a demonstration or a load test makes; beyond it the oldest are forgotten. */
const LIMIT = 20_000;

/** What an accessToken stands for. */
export interface Access {
  appId: string;
  sim: Sim;
  userInformation: string;
}

/** What a token stands for. */
export interface TokenRecord {
  appId: string;
  number: string;
  userInformation: string;
}

/** What a carrier's gateway is asked for after step 1, and what it has recognised for step 3. */
export interface Phonescrip {
  appId: string;
  traceId: string;
  operator: 'CT' | 'CU';
  /** The SIM of the connection; absent until the gateway has seen it. */
  sim?: Sim;
}

export interface ServiceOptions {
  apps: readonly RegisteredApp[];
  registeredPages: readonly string[];
  /** Milliseconds since 1970; default the machine's clock. */
  now?: () => number;
  /** How long three wrong tries lock a number, in milliseconds; default 10 minutes. */
  lockTime?: number;
}

/** Everything that the simulated service knows, in memory, with expiry and an upper bound. */
export class Service {
  readonly now: () => number;
  readonly apps: ReadonlyMap<string, RegisteredApp>;
  readonly pages = new RegisteredPages();
  /** Trace ids by exchange. Older ones need not be known: their timestamps are refused. */
  readonly traces: ExpiringMap<true>;
  readonly phonescrips: ExpiringMap<Phonescrip>;
  readonly accesses: ExpiringMap<Access>;
  /** A token lives for 2 minutes and is used once. */
  readonly tokens: ExpiringMap<TokenRecord>;
  /** Wrong tries by number. */
  readonly wrongTries: ExpiringMap<number>;

  constructor({ apps, registeredPages, now = Date.now, lockTime = 10 * MINUTE }: ServiceOptions) {
    this.now = now;
    this.apps = new Map(apps.map((app) => [app.appId, app]));
    this.pages.add(registeredPages);
    const living = <Value>(lifetime: number) => new ExpiringMap<Value>({ lifetime, limit: LIMIT, now });
    this.traces = living(21 * MINUTE);
    this.phonescrips = living(MINUTE);
    this.accesses = living(5 * MINUTE);
    this.tokens = living(2 * MINUTE);
    this.wrongTries = living(lockTime);
  }

  /** Note a trace id of an exchange; false when the exchange has seen it before. */
  isFirst(exchange: string, traceId: string): boolean {
    const key = `${exchange} ${traceId}`;
    if (this.traces.get(key)) return false;
    this.traces.set(key, true);
    return true;
  }
}
