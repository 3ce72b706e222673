/** The elements as React components. A component registers its element; the module adds the tags to JSX's types besides. */
export { YdrzLogin } from './login.js';
export type { YdrzLoginProps } from './login.js';
export { YdrzAuthLayer } from './auth-layer.js';
export type { YdrzAuthLayerProps } from './auth-layer.js';
export { YdrzAuthPage } from './auth-page.js';
export type { YdrzAuthPageProps } from './auth-page.js';
