import { demandLoopback, listen } from '../node/listen.js';
import type { Listening, ListenOptions } from '../node/listening.js';
import { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.js';

/** Options of a sandbox that listens; `host` is a loopback address. */
export interface StartOptions extends SandboxOptions, ListenOptions {}

/** A sandbox that listens. Its `url` is what `gateway` is set to, with `/sim/<id>` for another SIM than `cm`. */
export interface RunningSandbox extends Sandbox, Listening {}

/**
 * Start a sandbox on Node. It listens on loopback only.
 *
 * @throws {SandboxOptionError} naming the option that it cannot work with. {RangeError} for a host beyond loopback. {Error} with a
 * `code` such as EADDRINUSE from the system.
 */
export const startSandbox = async (options: StartOptions): Promise<RunningSandbox> => {
  const { port = 0, host = '127.0.0.1' } = options;
  demandLoopback(host);
  const sandbox = createSandbox(options);
  const listening = await listen((request, caller) => sandbox.fetch(request, caller), { port, host });
  // The hosted authorization page asks for the token by itself.
  const { port: own } = listening;
  sandbox.registerPages(['localhost', '127.0.0.1'].map((name) => `http://${name}:${own}/h5/auth-page`));
  return {
    ...sandbox,
    ...listening,
    // Anew: spreading has copied what the sandbox's getters said at this moment.
    get requests() {
      return sandbox.requests;
    },
    get faults() {
      return sandbox.faults;
    },
  };
};
