/**
 * The server kit: Node 20 and edge runtimes (WebCrypto, fetch), no DOM.
 *
 * @module ydrz-elements/server
 */
export type { LoginReport, ReportedHop } from '../codes/login-report.js';
export { YdrzError } from '../codes/ydrz-error.js';
export { createCredentials, type CredentialsOptions, type SignedCredentials } from './create-credentials.js';
export { createHandler } from './create-handler.js';
export type {
  CredentialsAsked,
  CredentialsVerdict,
  HandlerOptions,
  LoginHandler,
  ValidatedLogin,
} from './handler-options.js';
export type { FailurePhase, LoginFailure } from './http/login-failure.js';
export type { KeyObjectLike, PrivateKeySource, RsaJsonWebKey } from './keys/key-source.js';
export { validateToken, type ValidatedNumber, type ValidationOptions } from './validate-token.js';
