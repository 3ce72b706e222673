/**
 * Passes a click on to the part under it, where a script has dispatched the click on the element that has the shadow root: libraries that
 * make clicks of touches (FastClick, iScroll) do not look into shadow trees. It is a click listener of that element.
 */
export function handOnClick(event: Event): void {
  const { currentTarget: host } = event;
  if (!(event instanceof MouseEvent && host instanceof Element) || event.composedPath()[0] !== host) return;
  const { clientX, clientY, detail } = event;
  const root = host.shadowRoot;
  const inside = root?.elementFromPoint(clientX, clientY);
  // Some browsers return an element of the page here.
  if (!inside || !root?.contains(inside)) return;
  inside.closest<HTMLElement>('input,button,a')?.focus({ preventScroll: true });
  const place = { clientX, clientY, detail };
  inside.dispatchEvent(new MouseEvent('click', { ...place, bubbles: true, cancelable: true }));
}
