import { unclobbered } from '../../dom/unclobbered.js';
import { YdrzError } from '../../codes/ydrz-error.js';

/** The id that the script looks for, whatever id it is given. */
export const CONTAINER = 'ydrzCustomControls';

/** The place of a layer without a mask. */
export interface OfficialPlace {
  containerId: string;
  /** The element that the script fills; undefined where the page has none, so that the layer can only float. */
  container: Element | undefined;
  /** Take away what was put into the page for it. */
  leave(): void;
}

const refuse = (mount: string): YdrzError => {
  const message = `mount="${mount}"：页面上已有 #${CONTAINER}，官方脚本只认它`;
  return new YdrzError({ code: '506', message, phase: 'authorization' });
};

/**
 * Prepare the place that `mount` names, or the documented one. It is emptied: the script returns without a word from a container
 * with so much as white space in it.
 *
 * @throws {YdrzError} 506 where another element has the only id that the script knows.
 */
export const preparePlace = (mount: string): OfficialPlace => {
  const page = unclobbered();
  const known = page.getElementById(CONTAINER);
  const named = mount ? page.getElementById(mount) : known;
  if (named && named !== known) {
    if (known) throw refuse(mount);
    const container = Object.assign(page.createElement('div'), { id: CONTAINER });
    named.replaceChildren(container);
    return {
      containerId: CONTAINER,
      container,
      leave() {
        container.remove();
      },
    };
  }
  named?.replaceChildren();
  return { containerId: CONTAINER, container: named ?? undefined, leave: () => undefined };
};
