import { generateApp, type GeneratedApp } from '../sandbox/generate-app.js';
import { startSandbox, type RunningSandbox, type StartOptions } from '../sandbox/start-sandbox.js';

/** As for `startSandbox`; the application is made where none is given. */
export interface ServiceOptions extends Omit<StartOptions, 'apps'> {
  /** The application's id, as your page has it; default `300012345678`. */
  appId?: string;
}

/** A simulated service and the application that is registered with it. */
export interface TestService {
  /** The simulated service itself, with its requests and faults. */
  sandbox: RunningSandbox;
  /** What your server needs: options of `createHandler`, or the environment variables of your own. */
  server: GeneratedApp['server'] & { gateway: string };
  /** What `gateway` of the element is set to for a SIM; default `cm`. */
  gateway(sim?: string): string;
  /** Stop it. */
  close(): Promise<void>;
}

/**
 * Start a simulated service for a test run.
 *
 * @throws {SandboxOptionError} naming the option that it cannot work with. {Error} with a `code` such as EADDRINUSE from the system.
 */
export const startService = async ({ appId, ...options }: ServiceOptions = {}): Promise<TestService> => {
  const { app, server } = await generateApp(appId === undefined ? {} : { appId });
  const sandbox = await startSandbox({ ...options, apps: [app] });
  return {
    sandbox,
    server: { ...server, gateway: sandbox.url },
    gateway: (sim) => (sim === undefined ? sandbox.url : `${sandbox.url}/sim/${sim}`),
    close: () => sandbox.close(),
  };
};
