import { windowOf } from '../../dom/movable-element.js';

/**
 * Adds a style sheet to a document or a shadow root, and returns the function that removes it; undefined in browsers without adopted
 * sheets. No style of the page is changed, and sheets can be removed in any order, those of other copies of this package included.
 */
export function adoptSheet(root: Document | ShadowRoot, rules: string): (() => void) | undefined {
  if (!('adoptedStyleSheets' in root)) return undefined;
  // A document adopts only what the constructor of its own window has made.
  const { CSSStyleSheet: Sheet } =
    (root.ownerDocument ? windowOf(root.host) : root.defaultView) ?? globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(rules);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
