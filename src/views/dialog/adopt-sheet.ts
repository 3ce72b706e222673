import { windowOf } from '../../dom/movable-element.js';

/**
 * Adds a style sheet of its own to a document or a shadow root, until the function that it answers is called: no style of the
 * page is touched, and any number of sheets, of other copies of this package too, come and go in any order. Undefined
 * in browsers without adopted sheets.
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
