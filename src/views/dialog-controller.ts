import type { ReactiveController } from 'lit';
import type { HistoryEntry } from './history-entry.js';
import { ScrollLock } from './scroll-lock.js';
import { VisibleViewport } from './visible-viewport.js';

/** Whoever has a dialog: an element adds the controller to itself, so that leaving the document hides the dialog. */
export interface DialogOwner {
  /** The user wants out: Escape, or the browser's Back. */
  dismissed(): void;
}

/** The element that really has the focus, inside shadow roots too. */
function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

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
 * Browsers without `showModal` get the same element as a fixed overlay that keeps the focus.
 */
export class DialogController implements ReactiveController {
  readonly #owner: DialogOwner;
  readonly #lock = new ScrollLock();
  readonly #viewport = new VisibleViewport();
  readonly #entry: HistoryEntry | undefined;
  #dialog: HTMLDialogElement | undefined;
  #opener: Element | null = null;

  /** `makeEntry`: for a screen that the browser's Back closes. */
  constructor(owner: DialogOwner, makeEntry?: (onBack: () => void) => HistoryEntry) {
    this.#owner = owner;
    this.#entry = makeEntry?.(() => {
      owner.dismissed();
    });
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
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else this.#overlay(dialog);
    this.#viewport.follow(dialog);
    this.#lock.lock();
    this.#entry?.add();
    dialog.addEventListener('cancel', this.#cancelled);
    dialog.addEventListener('close', this.#closed);
  }

  /** Hide the dialog and undo everything that showing it did. */
  hide(): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = undefined;
    dialog.removeEventListener('cancel', this.#cancelled);
    dialog.removeEventListener('close', this.#closed);
    document.removeEventListener('keydown', this.#overlayKey, true);
    document.removeEventListener('focusin', this.#overlayFocus);
    if (typeof dialog.close === 'function') dialog.close();
    else dialog.removeAttribute('open');
    this.#viewport.leave();
    this.#lock.unlock();
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

  readonly #cancelled = (event: Event): void => {
    event.preventDefault();
    this.#owner.dismissed();
  };

  /** A second Escape closes a dialog without asking. */
  readonly #closed = (): void => {
    // The event comes late: the dialog may be open again.
    if (!this.#dialog?.open) this.#owner.dismissed();
  };

  #overlay(dialog: HTMLElement): void {
    dialog.setAttribute('open', '');
    document.addEventListener('keydown', this.#overlayKey, true);
    document.addEventListener('focusin', this.#overlayFocus);
  }

  readonly #overlayKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#owner.dismissed();
  };

  readonly #overlayFocus = (): void => {
    const focused = focusedElement();
    if (this.#dialog && focused && !this.#dialog.contains(focused)) {
      this.#dialog.querySelector<HTMLElement>('input,button,a')?.focus();
    }
  };
}
