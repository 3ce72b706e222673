/**
 * Hands a click that was made on an element with a shadow root as a whole on to what lies under it inside. Libraries that make
 * clicks out of touches (FastClick, iScroll) see no deeper than the element. A listener of that element.
 */
export function handOnClick(event: Event): void {
  const { currentTarget: host } = event;
  if (!(event instanceof MouseEvent && host instanceof Element) || event.composedPath()[0] !== host) return;
  const { clientX, clientY, detail } = event;
  const root = host.shadowRoot;
  const inside = root?.elementFromPoint(clientX, clientY);
  // Browsers may answer with an element of the page.
  if (!inside || !root?.contains(inside)) return;
  inside.closest<HTMLElement>('input,button,a')?.focus({ preventScroll: true });
  const place = { clientX, clientY, detail };
  inside.dispatchEvent(new MouseEvent('click', { ...place, bubbles: true, cancelable: true }));
}
