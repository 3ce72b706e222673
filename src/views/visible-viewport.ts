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
    for (const target of [globalThis.visualViewport, globalThis]) {
      target?.addEventListener('resize', this.#fit);
      target?.addEventListener('scroll', this.#fit);
    }
    this.#fit();
  }

  leave(): void {
    for (const target of [globalThis.visualViewport, globalThis]) {
      target?.removeEventListener('resize', this.#fit);
      target?.removeEventListener('scroll', this.#fit);
    }
    this.#dialog = undefined;
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
