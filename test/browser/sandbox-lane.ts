import type { Fault } from '../../demo/sandbox/fault.js';
import type { SeenRequest } from '../../demo/sandbox/lane.js';
import { services } from './services.js';

/** One test's own view of both servers: what is asked in it, and its faults, are nobody else's. */
export interface SandboxLane {
  /** The business's address for credentials. Its exchange, for requests and faults, is called `credentials`. */
  credentialsUrl: string;
  /** The value of `gateway` for a phone with this SIM, such as `'cm'`, `'ct'` or `'wifi'`. */
  gateway(sim: string): string;
  /** What was asked so far, oldest first; preflights are `OPTIONS`. */
  requests(): Promise<SeenRequest[]>;
  /** The names of the exchanges that were asked for, oldest first, without preflights. */
  asked(): Promise<string[]>;
  /** Make the servers misbehave. */
  addFaults(...faults: Fault[]): Promise<void>;
  /** Let every request wait, in milliseconds. */
  setLatency(ms: number): Promise<void>;
}

const isRequests = (value: unknown): value is SeenRequest[] => Array.isArray(value);

async function ask(url: string, posted?: unknown): Promise<unknown> {
  const init = posted === undefined ? {} : { method: 'POST', body: JSON.stringify(posted) };
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Open a lane that no other test uses. */
export function openLane(): SandboxLane {
  const lane = `/lane/${crypto.randomUUID()}`;
  const control = `${services.sandbox}${lane}/sandbox`;
  const requests = async () => {
    const seen = await ask(`${control}/requests`);
    if (!isRequests(seen)) throw new TypeError('Not a list of requests');
    return seen;
  };
  return {
    credentialsUrl: lane + services.credentialsUrl,
    gateway: (sim) => `${services.sandbox}${lane}/sim/${sim}`,
    requests,
    async asked() {
      const seen = await requests();
      return seen.filter(({ method }) => method !== 'OPTIONS').map(({ exchange }) => exchange);
    },
    async addFaults(...faults) {
      await ask(`${control}/faults`, faults);
    },
    async setLatency(ms) {
      await ask(`${control}/latency`, { ms });
    },
  };
}
