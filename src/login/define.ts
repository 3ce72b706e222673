import { YdrzLoginElement } from './login-element.js';
import { LOGIN_TAG } from './names.js';

declare global {
  interface HTMLElementTagNameMap {
    'ydrz-login': YdrzLoginElement;
  }
}

// A second copy of the package on one page leaves the first one's registration alone.
if ('customElements' in globalThis && !customElements.get(LOGIN_TAG)) {
  customElements.define(LOGIN_TAG, YdrzLoginElement);
}

export { YdrzLoginElement };
export { allowScripts } from '../gateway/script-hosts.js';
export type { LoginElementEventMap } from './login-listeners.js';
