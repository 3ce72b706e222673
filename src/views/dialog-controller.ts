import type { ReactiveController } from 'lit';
import { focusedElement } from './focused-element.js';
import type { HistoryEntry } from './history-entry.js';
import { openDialog } from './open-dialog.js';
import { lockScroll } from './scroll-lock.js';
import { keepVisible } from './visible-viewport.js';

/** A field that is removed leaves its caret where it stood in the page, and WebKit scrolls the page there afterwards. */
function forgetCaret(): void {
  const selection = getSelection();
  if (selection?.type === 'Caret') selection.removeAllRanges();
}

/**
 * A modal screen's dialog.
 *
 * Owns: showing and hiding the native `<dialog>`, Escape, the page's scrolling behind it, the entry for the browser's
 * Back, and where the focus returns to. Does not own: the dialog's content, what is focused first, and the host's `open`.
 * An element adds the controller to itself, so that leaving the document hides the dialog.
 */
export class DialogController implements ReactiveController {
  readonly #leave: () => void;
  readonly #entry: HistoryEntry | undefined;
  #dialog: HTMLDialogElement | undefined;
  /** What showing the dialog did, to be undone. */
  #undo: readonly (() => void)[] = [];
  #opener: Element | null = null;

  /** `leave`: the user wants out, by Escape or the browser's Back. `makeEntry`: for a screen that Back closes. */
  constructor(leave: () => void, makeEntry?: (onBack: () => void) => HistoryEntry) {
    this.#leave = leave;
    this.#entry = makeEntry?.(leave);
  }

  hostDisconnected(): void {
    this.hide();
  }

  /** Show the dialog, if it is not shown. */
  show(dialog: HTMLDialogElement): void {
    if (this.#dialog === dialog) return;
    this.hide();
    this.#dialog = dialog;
    this.#opener = focusedElement();
    this.#undo = [openDialog(dialog, this.#leave), keepVisible(dialog), lockScroll()];
    this.#entry?.add();
  }

  /** Hide the dialog and undo everything that showing it did. */
  hide(): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = undefined;
    for (const undo of this.#undo) undo();
    this.#entry?.remove();
    // Where nothing had the focus before the dialog, it would stay in there, with its caret.
    const focused = focusedElement();
    if (focused instanceof HTMLElement && dialog.contains(focused)) focused.blur();
    // The native dialog does this by itself, but not where it was removed while open. What the page has focused stays.
    if ((focusedElement() ?? document.body) === document.body) {
      if (!dialog.isConnected) forgetCaret();
      if (this.#opener instanceof HTMLElement) this.#opener.focus({ preventScroll: true });
    }
    this.#opener = null;
  }
}
