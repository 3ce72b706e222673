import { unclobbered } from '../../dom/unclobbered.js';
import { hostOf } from './host.js';

/** How often an open screen is looked at, in milliseconds. */
const PERIOD = 200;

/** How many looks in a row may find the screen unreachable: a page's transition of its whole view may cover it that long. */
const PATIENCE = 8;

/** Whether a form control around an element is disabled: Firefox lets no press into the shadow tree of one. */
const isDisabled = (element: Element | undefined): boolean =>
  !!element && (element.matches(':disabled') || isDisabled(hostOf(element)));

/** Whether an element has a place in what the browser shows of the page, and takes presses there. */
export function isRendered(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  // A box of a skipped subtree (`content-visibility`) can be measured all the same; older browsers know of no such thing.
  const shown = 'checkVisibility' in Element.prototype ? element.checkVisibility() : width > 0;
  return shown && width > 0 && height > 0 && !isDisabled(element);
}

/** Whether a press on the screen arrives in it, or in something that the page has opened over it. */
function isReachable(screen: Element): boolean {
  const page = unclobbered(screen.ownerDocument);
  const { innerWidth, innerHeight } = page.defaultView ?? globalThis;
  const { left, top, width, height } = screen.getBoundingClientRect();
  return [0.5, 0.1, 0.9].some((across) =>
    [0.5, 0.1, 0.9].some((down) => {
      const x = Math.min(Math.max(0, left), innerWidth) + Math.min(width, innerWidth) * across;
      const y = Math.min(Math.max(0, top), innerHeight) + Math.min(height, innerHeight) * down;
      const root = screen.getRootNode();
      const inside = root instanceof ShadowRoot ? root.elementFromPoint(x, y) : null;
      if (inside && screen.contains(inside)) return true;
      return Boolean(page.elementFromPoint(x, y)?.closest('dialog,[popover]'));
    }),
  );
}

/**
 * Watches an open screen, and returns the function that ends this. `taken` is called when the screen is no longer rendered, or when
 * nothing of it could be pressed for a while.
 */
export function watchScreen(screen: Element, taken: () => void): () => void {
  let vain = 0;
  const timer = setInterval(() => {
    vain = isReachable(screen) ? 0 : vain + 1;
    if (!isRendered(screen) || vain > PATIENCE) taken();
  }, PERIOD);
  return () => {
    clearInterval(timer);
  };
}
