import { APP, PAGE } from '../../test/services/test-client.js';
import { startSandbox, type RunningSandbox, type StartOptions } from './start-sandbox.js';

/** The sandbox of these sources, with the application and the page of the tests' own client. */
export const start = (options: Partial<StartOptions> = {}): Promise<RunningSandbox> =>
  startSandbox({ apps: [APP], pages: [PAGE], ...options });
