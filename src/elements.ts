/** The classes of the elements, registered nowhere: for pages that choose their own names or their own time. */
export { YdrzLoginElement } from './login/login-element.js';
export * from './login/login-events.js';
export type { LoginElementEventMap } from './login/login-listeners.js';
export { YdrzAuthLayerElement } from './views/auth-layer-element.js';
export { YdrzAuthPageElement } from './views/auth-page-element.js';
export * from './views/view-events.js';
export { allowScripts } from './gateway/script-hosts.js';
export { YdrzError } from './codes/ydrz-error.js';
export type { CarrierData, CarrierResults, DocumentedError, Phase } from './codes/ydrz-error.js';
export type { CredentialsFunction, CredentialsSource, TokenResult } from './flow/types.js';
export type { Agreement, Credentials, Hop, Operator } from './gateway/types.js';
export type { LayerOptions, PageOptions } from './options/option-objects.js';
