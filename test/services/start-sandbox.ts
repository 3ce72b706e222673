import { startSandbox, type RunningSandbox, type StartOptions } from 'ydrz-elements/sandbox';
import { APP, PAGE } from './test-client.js';

export type { RunningSandbox };

/** The package's sandbox, with the application and the page of the tests' own client. */
export const start = (options: Partial<StartOptions> = {}): Promise<RunningSandbox> =>
  startSandbox({ apps: [APP], pages: [PAGE], ...options });
