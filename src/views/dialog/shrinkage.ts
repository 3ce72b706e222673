import { windowOf } from '../../dom/movable-element.js';

/**
 * How many px of the page make one px of the device, for the page around an element: 1 as a rule. A page without a viewport of the device's width,
 * or one that divides its scale by the pixel ratio (as lib-flexible does), is laid out larger and shown shrunk, its texts with it.
 */
export function shrinkage(element: Element): number {
  const scale = windowOf(element)?.visualViewport?.scale ?? 1;
  return scale < 0.9 ? 1 / scale : 1;
}
