/** The events that a user's actions cause. All of them cross shadow roots. */
const DONE =
  'click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchmove touchend touchcancel wheel keydown keypress keyup beforeinput input compositionstart compositionupdate compositionend copy cut paste focusin focusout';

/** Those whose effect the screen brings about itself where the page has stopped or prevented them. */
const NEEDED = ['mousedown', 'click', 'keydown', 'beforeinput', 'input'];

/**
 * Keeps the events of a modal screen from the page, and the page from the events. Events in the screen do not bubble out of it, and one
 * that the page has stopped in the capture phase, or whose default it has prevented, takes effect all the same. Returns the function that
 * ends this.
 *
 * Listeners that the page put on the window before the screen was shown still hear everything.
 */
export function keepPrivate(dialog: Element, window: Window): () => void {
  /** Events that have reached the screen with their default not prevented. */
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
    // Whether it has reached the screen is known only after its dispatch.
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
