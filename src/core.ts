/** The flow without elements: for applications that draw everything themselves, and for tests. */
export { runLogin } from './flow/run-login.js';
export { MAX_ATTEMPTS } from './flow/authorize-number.js';
export { TOKEN_LIFETIME } from './flow/buy-token.js';
export { completeNumber, hiddenCount } from './flow/mask.js';
export { connectionType } from './flow/connection.js';
export type { Connection } from './flow/connection.js';
export type {
  Authorization,
  AuthorizationAnswer,
  Authorizer,
  CredentialsFunction,
  CredentialsRequest,
  CredentialsSource,
  LoginObserver,
  LoginOrder,
  RunningState,
  TokenResult,
} from './flow/types.js';
export type { Agreement, Credentials, Hop, Operator, Retrieval } from './gateway/types.js';
export { allowScripts } from './gateway/script-hosts.js';
export { YdrzError } from './codes/ydrz-error.js';
export type { CarrierData, CarrierResults, DocumentedError, Phase } from './codes/ydrz-error.js';
export { hintFor } from './codes/hints.js';
