import { hostOf } from './host.js';
import { shrinkage } from './shrinkage.js';

/** Screens lower than this, in px, leave out what is only decoration. */
const LOW = 480;
/** On a window of at least this size, in px, the page is a sheet in the middle. */
const WIDE = { width: 600, height: 640 };
/** Where less than this of a window is hidden, in px, it is a scroll bar that hides it. */
const SCROLL_BAR = 20;
const WHOLE = { scale: 1, offsetLeft: 0, offsetTop: 0 };

/** By how much what is around an element zooms it, whatever its own place on the screen. */
function zoomAround(element: Element): number {
  // Fields of a form hide its properties behind their own names.
  const real = <Name extends 'assignedSlot' | 'parentElement'>(name: Name) =>
    Reflect.get(Element.prototype, name, element);
  const around = real('assignedSlot') ?? real('parentElement') ?? hostOf(element);
  if (!around) return 1;
  return (Number(getComputedStyle(around).zoom) || 1) * zoomAround(around);
}

/**
 * Keeps a modal screen at its intended size, whatever the scale and the zoom of the page, and inside the visible part of the page:
 * viewport units take account neither of an on-screen keyboard nor of a page that is wider than the window. Returns the function that
 * ends this. Sets `top`, `left`, `width`, `height` and `zoom` on the screen's dialog, and the attributes
 * `low`, where little height is left, and `wide`.
 */
export function keepVisible(dialog: HTMLElement, window: Window): () => void {
  const zoom = shrinkage(dialog);
  const { style } = dialog;
  const px = (length: number) => `${String(length / zoom)}px`;
  style.zoom = String(zoom / zoomAround(dialog));
  const fit = () => {
    // Browsers without a visual viewport show all of the window.
    const { innerWidth, innerHeight } = window;
    const view = window.visualViewport ?? { ...WHOLE, width: innerWidth, height: innerHeight };
    // Sizes as without the user's own zooming in, which shows less of the page and is no reason to lay the screen out anew.
    const by = view.scale * zoom;
    const width = view.width * by;
    const height = view.height * by;
    const narrow = width < innerWidth - SCROLL_BAR;
    const low = height < innerHeight - SCROLL_BAR;
    if (by < 1.01) {
      style.left = narrow ? px(view.offsetLeft) : '';
      style.top = low ? px(view.offsetTop) : '';
    }
    style.width = narrow ? px(width) : '';
    // Viewport units are zoomed too.
    style.height = low ? px(height) : zoom === 1 ? '' : '100%';
    dialog.toggleAttribute('low', height / zoom < LOW);
    dialog.toggleAttribute('wide', width / zoom >= WIDE.width && innerHeight / zoom >= WIDE.height);
  };
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    for (const target of [window.visualViewport, window]) {
      for (const type of ['resize', 'scroll']) target?.[change](type, fit);
    }
  };
  listen('addEventListener');
  fit();
  return () => {
    listen('removeEventListener');
  };
}
