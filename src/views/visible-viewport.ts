/** Screens lower than this, in px, leave out what is only for the looks. */
const LOW = 480;

/**
 * Keeps a modal screen inside what an on-screen keyboard leaves of the window: the browser's own viewport units do not
 * shrink with it. Sets `top` and `height` on the screen's dialog, and the attribute `low` where little height is left.
 */
export class VisibleViewport {
  #dialog: HTMLElement | undefined;

  follow(dialog: HTMLElement): void {
    this.#dialog = dialog;
    this.#listen('addEventListener');
    this.#fit();
  }

  leave(): void {
    this.#listen('removeEventListener');
    this.#dialog = undefined;
  }

  #listen(change: 'addEventListener' | 'removeEventListener'): void {
    for (const target of [globalThis.visualViewport, globalThis]) {
      for (const type of ['resize', 'scroll']) target?.[change](type, this.#fit);
    }
  }

  readonly #fit = (): void => {
    const dialog = this.#dialog;
    if (!dialog) return;
    const view = globalThis.visualViewport;
    // Zoomed in by the user, the visible part is a window onto the screen and says nothing about a keyboard.
    const covered = view && view.scale < 1.01 && view.height < innerHeight - 1 ? view : undefined;
    dialog.style.top = covered ? `${String(covered.offsetTop)}px` : '';
    dialog.style.height = covered ? `${String(covered.height)}px` : '';
    dialog.toggleAttribute('low', (covered?.height ?? innerHeight) < LOW);
  };
}
