import type { HttpBindings } from '@hono/node-server';
import type { Lane } from './lane.js';
import type { Sim } from './sims.js';

/** What every request of the sandbox's web application carries. */
export interface SandboxEnv {
  Bindings: HttpBindings;
  Variables: {
    lane: Lane;
    sim: Sim;
    /** The address up to the end of lane and SIM, with no slash at the end. */
    base: string;
  };
}
