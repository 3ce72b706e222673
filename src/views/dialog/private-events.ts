/** The events of what a user does. All of them cross shadow roots. */
const DONE =
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchmove touchend touchcancel wheel keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend copy cut paste focusin focusout';

/** Of these, what the screen does itself where the page keeps it from being done. */
const NEEDED = ['mousedown', 'click', 'keydown', 'beforeinput', 'input'];

/**
 * Keeps what the user does in a modal screen between the user and the screen, until the function that it answers is called. No
 * event of it goes on to what is around the screen; and one that the page has stopped on its way in, or whose effect it
 * has prevented, has its effect all the same.
 *
 * What a page does in listeners on the window that were there before the screen cannot be kept from it.
 */
export function keepPrivate(dialog: Element, window: Window): () => void {
  /** Events that have come to the screen, and can still have their effect. */
  const intact = new WeakSet<Event>();
  const arrived = (event: Event) => {
    if (event.defaultPrevented && event.composed) event.stopImmediatePropagation();
    else intact.add(event);
  };
  const leaving = (event: Event) => {
    event.stopPropagation();
    // A link, a label or a summary around the screen would take a click on nothing for its own.
    const { type, target } = event;
    if (type === 'click' && target instanceof Element && !target.closest('a,label,button,[type=checkbox]')) {
      event.preventDefault();
    }
  };
  const seen = (event: Event) => {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || !dialog.contains(target)) return;
    // Whether it has come to the screen is known when the event is over.
    setTimeout(() => {
      if (!intact.has(event))
        void import('./redo.js').then(
          ({ redo }) => redo(event, target),
          () => undefined,
        );
    });
  };
  const types = DONE.split(' ');
  for (const type of types) dialog.addEventListener(type, leaving);
  for (const type of NEEDED) {
    dialog.addEventListener(type, arrived, true);
    window.addEventListener(type, seen, true);
  }
  return () => {
    for (const type of types) dialog.removeEventListener(type, leaving);
    for (const type of NEEDED) {
      dialog.removeEventListener(type, arrived, true);
      window.removeEventListener(type, seen, true);
    }
  };
}
