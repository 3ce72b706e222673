import { createAdaptorServer } from '@hono/node-server';
import { listen, type Listening } from '../listen.js';
import type { Faults } from './fault.js';
import { Lanes, type Lane, type SeenRequest } from './lane.js';
import { createRoutes } from './routes.js';
import { Service, type ServiceOptions } from './service.js';
import { SIMS, type Sim } from './sims.js';

export interface SandboxOptions extends ServiceOptions {
  /** TCP port; default 0, a free one. */
  port?: number;
  /** A loopback address; default `127.0.0.1`. */
  host?: string;
  /** More SIMs beside the built-in ones. */
  sims?: readonly Sim[];
}

/** Its `url` is what `gateway` is set to, with `/sim/<id>` for another SIM than `cm`. */
export interface Sandbox extends Listening {
  /** What was asked outside lanes, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** How requests outside lanes are to be spoilt. */
  readonly faults: Faults;
  /** One test's own view; `''` is the one outside lanes. */
  lane(id: string): Lane;
  /** Register further pages, as full addresses. */
  registerPages(addresses: Iterable<string>): void;
}

/**
 * Start the simulated authentication service with its carriers. It listens on loopback only.
 *
 * @throws {RangeError} for a host beyond loopback. {Error} with a `code` such as EADDRINUSE from the system.
 */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { port = 0, host, sims = [] } = options;
  const service = new Service(options);
  const lanes = new Lanes();
  const server = createAdaptorServer({ fetch: createRoutes(service, [...SIMS, ...sims], lanes).fetch });
  const listening = await listen(server, port, host);
  // The hosted authorization page asks for the token by itself.
  const { port: own } = new URL(listening.url);
  service.pages.add([`http://localhost:${own}/h5/auth-page`, `http://127.0.0.1:${own}/h5/auth-page`]);
  return {
    ...listening,
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
  };
};
