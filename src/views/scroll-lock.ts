/**
 * Keeps the page behind a modal screen from scrolling. The lock is a style sheet of its own, so no style of the page is
 * touched, and any number of locks, of other copies of this package too, come and go in any order. The page stays where it is:
 * nothing is fixed or moved, and the room of a classic scroll bar is kept. Browsers without adopted sheets scroll on.
 */
export class ScrollLock {
  #sheet: CSSStyleSheet | undefined;

  lock(): void {
    if (this.#sheet || !('adoptedStyleSheets' in document)) return;
    const bar = innerWidth - document.documentElement.clientWidth;
    this.#sheet = new CSSStyleSheet();
    this.#sheet.replaceSync(
      `html{overflow:hidden!important;padding-inline-end:${String(Math.max(0, bar))}px!important}`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  unlock(): void {
    if (!this.#sheet) return;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#sheet = undefined;
  }
}
