import { unclobbered } from './unclobbered.js';

/** The element with an id in the shadow root that an element stands in, or else in the trees around it. */
export const findAround = (element: Element, id: string): Element | null => {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.getElementById(id) ?? findAround(root.host, id);
  return unclobbered(element.ownerDocument).getElementById(id);
};
