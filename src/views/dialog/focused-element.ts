import { unclobbered } from '../../dom/unclobbered.js';

const takesFocus = (element: Element | null): element is Element & HTMLOrSVGElement =>
  element !== null && 'focus' in element;

/** The element of an unclobbered document that really has the focus, inside shadow roots too. */
export function focusedElement(page: Document): Element | null {
  let focused = page.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** Remembers which element has the focus. The returned function focuses it again if closing the dialog has left the focus nowhere. */
export function keepFocus(dialog: Element): () => void {
  const page = unclobbered(dialog.ownerDocument);
  const opener = focusedElement(page);
  return () => {
    // Otherwise, if nothing had the focus before, it would stay in the closed dialog, with its caret.
    const focused = focusedElement(page);
    if (takesFocus(focused) && dialog.contains(focused)) focused.blur();
    // The native dialog does this by itself, but not where it was removed while open. What the page has focused stays.
    if ((focusedElement(page) ?? page.body) !== page.body) return;
    // A field that is removed leaves its caret where it stood in the page, and WebKit scrolls the page there afterwards.
    const selection = dialog.isConnected ? null : page.getSelection();
    if (selection?.type === 'Caret') selection.removeAllRanges();
    if (takesFocus(opener)) opener.focus({ preventScroll: true });
  };
}
