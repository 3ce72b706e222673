import type * as Elements from 'ydrz-elements/elements';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { Lane } from './lane.js';

const isElements = (module: unknown): module is typeof Elements =>
  typeof module === 'object' && module !== null && 'YdrzLoginElement' in module;

const importFile = async (lane: Lane, file: string): Promise<typeof Elements> => {
  const module: unknown = await import(lane.copyOf(file));
  if (!isElements(module)) throw new TypeError('Not a copy of the elements');
  return module;
};

/** A copy of the package, with its screens; what a screen loads when it needs it has not been loaded yet. */
export const importCopy = (lane: Lane): Promise<typeof Elements> => importFile(lane, 'ydrz-elements.js');

let copies = 0;

/** A `<ydrz-login>` of a copy of its own that has loaded nothing beyond the button yet. */
export const copiedLogin = async (lane: Lane): Promise<YdrzLoginElement> => {
  const { YdrzLoginElement: Original } = await importFile(lane, 'login.js');
  class Copy extends Original {}
  customElements.define(`copied-login-${String((copies += 1))}`, Copy);
  return new Copy();
};
