/** Screens lower than this, in px, leave out what is only for the looks. */
const LOW = 480;

/**
 * Keeps a modal screen inside what an on-screen keyboard leaves of the window, until the function that it answers is called: the
 * browser's own viewport units do not shrink with it. Sets `top` and `height` on the screen's dialog, and the attribute `low`
 * where little height is left.
 */
export function keepVisible(dialog: HTMLElement): () => void {
  const fit = () => {
    const view = globalThis.visualViewport;
    // Zoomed in by the user, the visible part is a window onto the screen and says nothing about a keyboard.
    const covered = view && view.scale < 1.01 && view.height < innerHeight - 1 ? view : undefined;
    dialog.style.top = covered ? `${String(covered.offsetTop)}px` : '';
    dialog.style.height = covered ? `${String(covered.height)}px` : '';
    dialog.toggleAttribute('low', (covered?.height ?? innerHeight) < LOW);
  };
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    for (const target of [globalThis.visualViewport, globalThis]) {
      for (const type of ['resize', 'scroll']) target?.[change](type, fit);
    }
  };
  listen('addEventListener');
  fit();
  return () => {
    listen('removeEventListener');
  };
}
