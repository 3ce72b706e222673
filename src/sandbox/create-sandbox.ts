import { checkApp, checkBasePath, checkFault, checkSim } from './check-options.js';
import type { Fault, Faults } from './faults/fault.js';
import type { RegisteredApp } from './service/registered-app.js';
import { Service } from './service/service.js';
import { SIMS, type Sim } from './service/sims.js';
import { intervene } from './web/intervene.js';
import { Lanes, type Lane, type SeenRequest } from './web/lane.js';
import { placeOf } from './web/place.js';
import type { AnsweredRequest } from './web/report.js';
import { createRoutes } from './web/routes.js';
import type { Caller } from './web/visit.js';

/** What `createSandbox` takes. */
export interface SandboxOptions {
  /** The applications that are registered with the service; `generateApp()` makes one. */
  apps: readonly RegisteredApp[];
  /** Full addresses of the pages from which a login may start; fragment and query do not count. Default none. */
  pages?: readonly string[];
  /** SIMs beside the built-in ones (`SIMS`); one with the id of a built-in one takes its place. */
  sims?: readonly Sim[];
  /** How requests outside lanes are to be spoilt from the start. */
  faults?: readonly Fault[];
  /** The service's clock, in milliseconds since 1970; default `Date.now`. `advance()` moves it on. */
  now?: () => number;
  /** How long three wrong tries lock a number, in milliseconds; default 10 minutes. */
  lockTime?: number;
  /** Path that the sandbox stands under, such as `/sandbox`; default empty: the root. */
  basePath?: string;
  /** Told of every request of the protocol once it has been answered. */
  onAnswer?: (answered: AnsweredRequest) => void;
}

/** The simulated authentication service with its carriers. */
export interface Sandbox {
  /**
   * Answer a request. `gateway` is set to the address that leads here, with `/sim/<id>` for another SIM than `cm`.
   *
   * It rejects where a fault resets the connection or nobody waits any more.
   */
  fetch(request: Request, caller?: Caller): Promise<Response>;
  /** All SIMs, the built-in ones first. */
  readonly sims: readonly Sim[];
  /** What was asked outside lanes, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** How requests outside lanes are to be spoilt. */
  readonly faults: Faults;
  /** One test's own view, whose addresses begin with `/lane/<id>`; `''` is the one outside lanes. */
  lane(id: string): Lane;
  /**
   * Register further pages, as full addresses.
   *
   * @throws {SandboxOptionError} PAGE
   */
  registerPages(addresses: Iterable<string>): void;
  /** Let time pass, in milliseconds: tokens and locks end, timestamps become old. */
  advance(milliseconds: number): void;
  /**
   * Answer a request of your own server as if it were an exchange of the sandbox: noted, delayed and spoilt by the faults of that name,
   * in the lane that its path begins with, `/lane/<id>/…`. The path is your server's: `basePath` does not stand before it.
   */
  play(exchange: string, request: Request, answer: () => Promise<Response>): Promise<Response>;
}

/**
 * Make a simulated authentication service with its carriers. It is as strict as the documents say the real one is, keeps everything in
 * memory, and uses web standards only: Node, Deno, Bun, a service worker.
 *
 * @throws {SandboxOptionError} naming the option that it cannot work with.
 */
export const createSandbox = (options: SandboxOptions): Sandbox => {
  const {
    apps,
    sims: ownSims = [],
    pages = [],
    faults = [],
    basePath = '',
    now,
    lockTime,
    onAnswer,
  } = options;
  apps.forEach(checkApp);
  ownSims.forEach(checkSim);
  faults.forEach(checkFault);
  checkBasePath(basePath);

  const service = new Service({
    ...{ apps, pages },
    ...(now !== undefined && { now }),
    ...(lockTime !== undefined && { lockTime }),
  });
  const lanes = new Lanes();
  lanes.get('').faults.add(...faults);
  const sims = new Map([...SIMS, ...ownSims].map((sim) => [sim.id, sim]));
  return {
    fetch: createRoutes({ service, sims, lanes, basePath, onAnswer }),
    sims: [...sims.values()],
    get requests() {
      return lanes.get('').requests;
    },
    get faults() {
      return lanes.get('').faults;
    },
    lane: (id) => lanes.get(id),
    registerPages(addresses) {
      service.pages.add(addresses);
    },
    advance(milliseconds) {
      service.advance(milliseconds);
    },
    async play(exchange, request, answer) {
      const place = placeOf(request.url);
      const body = await request.clone().text();
      const lane = lanes.get(place?.lane ?? '');
      const [sim] = SIMS;
      if (!place || !sim) return answer();
      return intervene(
        exchange,
        { request, path: place.path, base: place.base, lane, sim, body, caller: {} },
        answer,
      );
    },
  };
};
