import { YdrzAuthPageElement } from './auth-page-element.js';
import { AUTH_PAGE } from './names.js';

// Another copy of the package may be first.
if ('customElements' in globalThis && !customElements.get(AUTH_PAGE)) {
  customElements.define(AUTH_PAGE, YdrzAuthPageElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'ydrz-auth-page': YdrzAuthPageElement;
  }
}

export { YdrzAuthPageElement };
