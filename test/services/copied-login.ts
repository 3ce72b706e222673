import type * as Elements from '../../src/elements.js';
import type { YdrzLoginElement } from '../../src/login/login-element.js';
import type { Lane } from './lane.js';

const isElements = (module: unknown): module is typeof Elements =>
  typeof module === 'object' && module !== null && 'YdrzLoginElement' in module;

let copies = 0;

/** An element whose code nobody has loaded yet. */
export const copiedLogin = async (lane: Lane): Promise<YdrzLoginElement> => {
  const module: unknown = await import(lane.copyUrl);
  if (!isElements(module)) throw new TypeError('Not a copy of the elements');
  class Copy extends module.YdrzLoginElement {}
  customElements.define(`copied-login-${String((copies += 1))}`, Copy);
  return new Copy();
};
