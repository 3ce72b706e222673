/**
 * The server kit: Node 20 and edge runtimes (WebCrypto, fetch), no DOM.
 *
 * @module ydrz-elements/server
 */
export { YdrzError } from '../codes/ydrz-error.js';
export { createCredentials, type CredentialsOptions, type SignedCredentials } from './create-credentials.js';
export { createHandler, type HandlerOptions, type ValidatedLogin } from './create-handler.js';
export { validateToken, type ValidatedNumber, type ValidationOptions } from './validate-token.js';
