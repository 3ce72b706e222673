import type * as Elements from '../../src/elements.js';
import type { YdrzLoginElement } from '../../src/login/login-element.js';
import type { Lane } from './lane.js';

const isElements = (module: unknown): module is typeof Elements =>
  typeof module === 'object' && module !== null && 'YdrzLoginElement' in module;

/** The classes of a copy of the package that has loaded nothing beyond them yet; none is registered. */
export const importCopy = async (lane: Lane): Promise<typeof Elements> => {
  const module: unknown = await import(lane.copyUrl);
  if (!isElements(module)) throw new TypeError('Not a copy of the elements');
  return module;
};

let copies = 0;

/** A `<ydrz-login>` whose code nobody has loaded yet. */
export const copiedLogin = async (lane: Lane): Promise<YdrzLoginElement> => {
  const { YdrzLoginElement: Original } = await importCopy(lane);
  class Copy extends Original {}
  customElements.define(`copied-login-${String((copies += 1))}`, Copy);
  return new Copy();
};
