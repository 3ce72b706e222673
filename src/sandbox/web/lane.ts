import { Faults } from '../faults/fault.js';

/** A request as it came over the wire, for tests of what is sent. */
export interface SeenRequest {
  /** The exchange's name, such as `cm` or `ct-callback`. */
  exchange: string;
  /** `OPTIONS` for the preflight of the exchange. */
  method: string;
  /** Path and query as they were sent, prefixes included. */
  path: string;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The body as text; empty where there is none. */
  body: string;
}

const REQUESTS_KEPT = 2000;
const LANES_KEPT = 1000;

/** One test's own view of the sandbox: what it saw, and how it is to misbehave. */
export class Lane {
  readonly id: string;
  /** Milliseconds that every request waits, preflights included. */
  latency = 0;
  readonly faults = new Faults();
  #requests: SeenRequest[] = [];

  constructor(id: string) {
    this.id = id;
  }

  /** What was asked, oldest first; the newest 2,000. */
  get requests(): readonly SeenRequest[] {
    return this.#requests;
  }

  see(request: SeenRequest): void {
    this.#requests.push(request);
    if (this.#requests.length > REQUESTS_KEPT) this.#requests.shift();
  }

  forget(): void {
    this.#requests = [];
  }
}

/** The lanes by id, made when they are first asked for; the oldest of very many are dropped, but never the one outside lanes. */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();

  get(id: string): Lane {
    const known = this.#lanes.get(id);
    if (known) return known;
    const lane = new Lane(id);
    this.#lanes.set(id, lane);
    if (this.#lanes.size > LANES_KEPT) {
      const oldest = [...this.#lanes.keys()].find((other) => other !== '');
      if (oldest !== undefined) this.#lanes.delete(oldest);
    }
    return lane;
  }
}
