import { YdrzAuthLayerElement } from './auth-layer-element.js';
import { AUTH_LAYER } from './names.js';

// Another copy of the package may be first.
if ('customElements' in globalThis && !customElements.get(AUTH_LAYER)) {
  customElements.define(AUTH_LAYER, YdrzAuthLayerElement);
}

declare global {
  interface HTMLElementTagNameMap {
    'ydrz-auth-layer': YdrzAuthLayerElement;
  }
}

export { YdrzAuthLayerElement };
