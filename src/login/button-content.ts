/** A node that takes the label's place. White space beside a `fallback` does not: to the slot alone it would be content. */
const isContent = (node: Node): boolean =>
  node instanceof Element ? !node.slot : node.nodeType === Node.TEXT_NODE && Boolean(node.nodeValue?.trim());

/** Whether the page has put a content of its own into the button. */
export const hasOwnContent = (element: Element): boolean => [...element.childNodes].some(isContent);
