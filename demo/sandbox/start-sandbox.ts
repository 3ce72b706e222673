import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Faults } from './fault.js';
import { Lanes, type Lane, type SeenRequest } from './lane.js';
import { createRoutes } from './routes.js';
import { Service, type ServiceOptions } from './service.js';
import { SIMS, type Sim } from './sims.js';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

export interface SandboxOptions extends ServiceOptions {
  /** TCP port; default 0, a free one. */
  port?: number;
  /** A loopback address; default `127.0.0.1`. */
  host?: string;
  /** More SIMs beside the built-in ones. */
  sims?: readonly Sim[];
}

export interface Sandbox {
  /** Base URL with no slash at the end: what `gateway` is set to, with `/sim/<id>` for another SIM than `cm`. */
  url: string;
  port: number;
  /** What was asked outside lanes, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** How requests outside lanes are to be spoilt. */
  readonly faults: Faults;
  /** One test's own view; `''` is the one outside lanes. */
  lane(id: string): Lane;
  /** Register further pages, as full addresses. */
  registerPages(addresses: Iterable<string>): void;
  close(): Promise<void>;
}

/**
 * Start the simulated authentication service with its carriers. It listens on loopback only.
 *
 * @throws {RangeError} for a host beyond loopback. {Error} with a `code` such as EADDRINUSE from the system.
 */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { port = 0, host = '127.0.0.1', sims = [] } = options;
  if (!LOOPBACK.has(host)) throw new RangeError(`The sandbox listens on loopback only, not on ${host}`);
  const service = new Service(options);
  const lanes = new Lanes();
  const server = createAdaptorServer({ fetch: createRoutes(service, [...SIMS, ...sims], lanes).fetch });
  const address = await new Promise<AddressInfo | string | null>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server.address());
    });
  });
  if (address === null || typeof address === 'string') throw new TypeError('The server has no TCP port');
  return {
    url: `http://localhost:${String(address.port)}`,
    port: address.port,
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
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
