import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hiddenDigits, hiddenPart, toDigits, wholeLength } from './masked-number.js';

/** What the controller needs of its host beside updates. */
export interface DigitsOwner extends ReactiveControllerHost {
  /** The digits were changed by the user. */
  digitsChanged(): void;
  /** What was pasted or filled in is not the number on the screen. */
  digitsRefused(): void;
}

/**
 * The hidden digits of a masked number, filled in through one real text field.
 *
 * Owns: the digits so far, the active box, and what the field does with typing, deleting, pasting, autofill, IME
 * composition and clicks on boxes. Does not own: the field itself (the host renders it, and gives this object to it
 * as the listener of every event in its template), the mask, whether the field is locked, and what complete digits lead to.
 *
 * The field has no maxlength, because a whole number must fit in for a moment: phones fill in and paste whole numbers.
 */
export class DigitsController implements ReactiveController {
  /** The cleaned masked number; the host sets it. */
  mask = '';
  /** The digits filled in so far. */
  text = '';
  /** The box that the next digit goes to, from 0; -1 while the field is not focused. */
  active = -1;
  readonly #owner: DigitsOwner;
  #composing = false;
  /** The field is being emptied: what it says is none of the user's doing. */
  #deaf = false;
  /** Digits that were refused. An input method may put them into the emptied field once more, by itself. */
  readonly #refused = new Set<string>();

  constructor(owner: DigitsOwner) {
    this.#owner = owner;
    owner.addController(this);
  }

  hostDisconnected(): void {
    // No blur or compositionend arrives from a field that has left the document.
    this.active = -1;
    this.#composing = false;
  }

  get count(): number {
    return hiddenDigits(this.mask);
  }

  get complete(): boolean {
    return this.text.length === this.count;
  }

  /** Forget the digits, and have an input method forget them. */
  clear(field: HTMLInputElement | null): void {
    this.#refused.add(this.text);
    if (field && this.#composing) this.#endComposition(field);
    this.text = '';
    if (this.active >= 0) this.active = 0;
    this.mirror(field);
    this.#owner.requestUpdate();
  }

  /** Put the digits into a field that was rendered anew. */
  mirror(field: HTMLInputElement | null): void {
    if (field && !this.#composing && field.value !== this.text) field.value = this.text;
  }

  handleEvent(event: Event): void {
    const { currentTarget: field, type } = event;
    if (!(field instanceof HTMLInputElement) || this.#deaf) return;
    if (type === 'compositionstart') this.#composing = true;
    if (type === 'compositionend') this.#composing = false;
    if (type === 'input' || type === 'compositionend') this.#read(field, event);
    if (event instanceof ClipboardEvent) this.#paste(field, event);
    if (type === 'click' && event instanceof MouseEvent) this.#point(field, event);
    const caret = field.selectionStart ?? field.value.length;
    this.active = type === 'blur' ? -1 : Math.min(caret, this.count - 1);
    this.#owner.requestUpdate();
  }

  /** Take over what the field holds now: typed, deleted, filled in by the browser, or still being composed. */
  readonly #read = (field: HTMLInputElement, event?: Event): void => {
    const { value } = field;
    const whole = hiddenPart(this.mask, value);
    const caret = field.selectionStart ?? value.length;
    const before = toDigits(value.slice(0, caret));
    const after = toDigits(value.slice(caret));
    const length = before.length + after.length;
    if (whole === undefined && length >= wholeLength(this.mask)) {
      this.#set(field, this.text, this.text.length);
      this.#owner.digitsRefused();
      return;
    }
    // A digit typed into full boxes takes the place of the one after the caret; at the end there is no place left.
    const surplus = Math.max(0, length - this.count);
    const kept = whole ?? before.slice(0, this.count);
    const text = whole ?? kept + after.slice(surplus);
    // Keys come one by one, so all digits at once are not typed anew; who fills a field in by a script says no type.
    const isByKeys = event?.type === 'compositionend' || (event instanceof InputEvent && event.inputType);
    const isAgain = isByKeys && !this.text && this.#refused.has(text);
    this.#set(field, isAgain ? '' : text, kept.length);
  };

  /** A whole number replaces everything, wherever the caret is; a few digits go where the caret is. */
  readonly #paste = (field: HTMLInputElement, event: ClipboardEvent): void => {
    event.preventDefault();
    if (field.readOnly) return;
    const pasted = event.clipboardData?.getData('text') ?? '';
    const digits = toDigits(pasted);
    const replacement = hiddenPart(this.mask, pasted) ?? (digits.length === this.count ? digits : undefined);
    if (replacement !== undefined) {
      this.#set(field, replacement, replacement.length);
    } else if (digits.length > this.count) {
      this.#owner.digitsRefused();
    } else {
      field.setRangeText(digits, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
      this.#read(field);
    }
  };

  /** Put the caret into the clicked box, with its digit selected, so that typing and deleting change that one. */
  readonly #point = (field: HTMLInputElement, { clientX, clientY, detail }: MouseEvent): void => {
    // Clicks by a keyboard or a screen reader (detail 0) point at no box.
    if (!detail) return;
    const distances = Array.from(field.parentElement?.querySelectorAll('.digit') ?? [], (box) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      return Math.hypot(clientX - (left + right) / 2, clientY - (top + bottom) / 2);
    });
    const box = Math.min(distances.indexOf(Math.min(...distances)), this.text.length);
    field.setSelectionRange(box, Math.min(box + 1, this.text.length));
  };

  /** Only a field that loses the focus is left by every input method. */
  readonly #endComposition = (field: HTMLInputElement): void => {
    const focused = field.matches(':focus');
    this.#composing = false;
    this.#deaf = true;
    field.blur();
    field.value = '';
    if (focused) field.focus({ preventScroll: true });
    this.#deaf = false;
  };

  readonly #set = (field: HTMLInputElement, text: string, caret: number): void => {
    const changed = text !== this.text;
    this.text = text;
    // Rewriting a field in the middle of a composition breaks the input method.
    if (!this.#composing && field.value !== text) {
      field.value = text;
      field.setSelectionRange(caret, caret);
    }
    if (changed) this.#owner.digitsChanged();
  };
}
