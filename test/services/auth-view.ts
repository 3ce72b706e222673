/** What both screens are, as a type: the package names the two alone. */
export type { AuthView } from '../../src/views/auth-view.js';
