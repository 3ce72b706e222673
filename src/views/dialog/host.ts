import { adoptSheet } from './adopt-sheet.js';

/** The element that a screen is moved into where its own place cannot be seen. */
export const REFUGE = 'ydrz-screen';

/** The element whose shadow tree another is in. */
export function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The refuge that a screen stands in. */
export function refugeOf(screen: Element): Element | undefined {
  const host = hostOf(screen);
  return host?.localName === REFUGE ? host : undefined;
}

/**
 * Shows the screen although the page hides the element that it stands in, and nothing else of that element. Returns the function that
 * undoes it.
 */
export function unhideHost(screen: Element): (() => void) | undefined {
  const root = screen.getRootNode();
  const rules = `:host{display:contents!important;content-visibility:visible!important}:host>:not(${screen.localName}){display:none!important}`;
  return root instanceof ShadowRoot ? adoptSheet(root, rules) : undefined;
}
