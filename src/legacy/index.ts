import type { AuthLogin } from '../flow/official-interface.js';
import { createAuthLogin } from './auth-login.js';

/** The documented interface as a module: it sets no global, and talks to the live service or the test line. */
export const YDRZAuthLogin: AuthLogin = createAuthLogin();

export { createAuthLogin };
export type { LegacySettings } from './read-request.js';
export type * from '../flow/official-interface.js';
