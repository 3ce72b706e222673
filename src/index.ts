/** Registers all three elements. */
import './login/define.js';
import './views/define-auth-layer.js';
import './views/define-auth-page.js';

export * from './elements.js';
