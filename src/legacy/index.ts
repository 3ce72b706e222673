import type { AuthLogin } from '../flow/official/official-interface.js';
import { createAuthLogin } from './auth-login.js';

/** The documented interface as a module: it sets no global, and talks to the live service or the test line. */
export const YDRZAuthLogin: AuthLogin = createAuthLogin();

export { createAuthLogin };
export { allowScripts } from '../gateway/script-hosts.js';
export type { LegacySettings } from './read-request.js';
// By name: TypeScript before 5.0 knows no `export type *`.
export type {
  AuthLogin,
  AuthTokenData,
  AuthTokenRequest,
  Callback,
  LayerCallbacks,
  LayerNotice,
  NumberSuccess,
  TokenInfoData,
  TokenInfoRequest,
  TokenInfoSuccess,
  TokenSuccess,
} from '../flow/official/official-interface.js';
