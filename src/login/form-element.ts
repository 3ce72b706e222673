import type { PropertyDeclarations, PropertyValues } from 'lit';

import { MovableElement } from '../dom/movable-element.js';
import type { TokenResult } from '../flow/types.js';

/** Undefined in older web views: the element works there, but not in forms. */
const internalsOf = (element: HTMLElement): ElementInternals | undefined => {
  const internals = 'attachInternals' in element ? element.attachInternals() : undefined;
  // Firefox before 98 has internals that know nothing of forms.
  return internals && 'setFormValue' in internals ? internals : undefined;
};

/** Take entries out of what a form is about to submit, each once: another login may have the same fingerprint under the same name. */
const withdraw = (submitted: FormData, entries: FormData): void => {
  for (const [name, value] of entries) {
    const all = submitted.getAll(name);
    // Past the end where somebody else has taken it out.
    all.splice(all.indexOf(value) >>> 0, 1);
    submitted.delete(name);
    for (const other of all) submitted.append(name, other);
  }
};

/**
 * An element that stands in a form like a control of the browser's own: it submits a token under its name, can be
 * required and disabled, and is reset with the form. What the value is and how it comes about is a subclass's.
 */
export abstract class FormElement extends MovableElement {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean, reflect: true },
    autoSubmit: { attribute: 'auto-submit', type: Boolean, noAccessor: true },
  };

  /** The name under which a form submits the token. */
  declare name: string;
  /** No login can be started by the user. */
  declare disabled: boolean;
  /** A form cannot be submitted without a token. */
  declare required: boolean;
  /** Submit the form when the token arrives. */
  declare autoSubmit: boolean;

  readonly #internals = internalsOf(this);
  /** What the form was told to submit. */
  #value: FormData | null = null;
  #form: HTMLFormElement | null = null;
  #fieldsetDisabled = false;

  constructor() {
    super();
    this.name = '';
    this.disabled = false;
    this.required = false;
    this.autoSubmit = false;
    this.addEventListener('click', this.#clicked);
  }

  /** The token result, until it expires. */
  abstract get result(): TokenResult | null;
  abstract reset(): void;
  /** What the form says when a required token is missing. */
  protected abstract get requiredMessage(): string;
  /** The element was clicked as a whole: by `click()`, a label, an access key, a screen reader, a library that makes clicks of taps. */
  protected abstract activate(): void;

  /** The form that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals?.form ?? null;
  }

  /** The labels of the element. */
  get labels(): NodeList | readonly Node[] {
    return this.#internals?.labels ?? [];
  }

  /** Whether a required token is missing. Undefined in browsers without ElementInternals. */
  get validity(): ValidityState | undefined {
    return this.#current()?.validity;
  }

  /** What the form says when a required token is missing; empty while nothing is. */
  get validationMessage(): string {
    return this.#current()?.validationMessage ?? '';
  }

  /** Whether the element takes part in its form's validation. */
  get willValidate(): boolean {
    return this.#internals?.willValidate ?? false;
  }

  /** True when valid; otherwise fires `invalid`. */
  checkValidity(): boolean {
    return this.#current()?.checkValidity() ?? true;
  }

  /** True when valid; otherwise fires `invalid` and shows the message. */
  reportValidity(): boolean {
    return this.#current()?.reportValidity() ?? true;
  }

  /** @internal */
  formAssociatedCallback(form: HTMLFormElement | null): void {
    // A form's own fields may go by the names of its methods.
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    if (this.#form) removeEventListener.call(this.#form, 'formdata', this.#onFormData);
    if (form) addEventListener.call(form, 'formdata', this.#onFormData);
    this.#form = form;
  }

  /** The form takes what it was told, without asking: a token may have expired while the phone slept. */
  readonly #onFormData = (event: Event): void => {
    // A disabled element has put nothing in.
    if (!this.#value || this.result || this.barred) return;
    if ('formData' in event && event.formData instanceof FormData) withdraw(event.formData, this.#value);
  };

  /** The internals with what holds at this moment. */
  readonly #current = (): ElementInternals | undefined => {
    this.updateValue();
    return this.#internals;
  };

  /** @internal */
  formResetCallback(): void {
    this.reset();
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.#fieldsetDisabled = disabled;
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues<this>): void {
    // Before the rendering, not after it as Lit does: the browser answers with formDisabledCallback. Undefined would turn it over.
    const { disabled }: { disabled: unknown } = this;
    if (changed.has('disabled')) this.toggleAttribute('disabled', Boolean(disabled));
    super.update(changed);
  }

  readonly #clicked = (event: MouseEvent): void => {
    // What was clicked inside has listeners of its own.
    if (event.composedPath()[0] === this && !this.barred) this.activate();
  };

  /** Whether the element or a fieldset around it is disabled. */
  protected get barred(): boolean {
    return this.disabled || this.#fieldsetDisabled;
  }

  protected override updated(): void {
    // Without a token too: browsers bring a value back with the page that this element no longer has.
    this.updateValue();
  }

  /**
   * Tell the form what to submit, at once: with `auto-submit` nothing waits for the next rendering. The token goes under
   * `name` and the fingerprint under `name-user-information`, to the letter.
   */
  protected updateValue(): void {
    const { name, result } = this;
    let value: FormData | null = null;
    if (name && result) {
      value = new FormData();
      value.append(name, result.token);
      value.append(`${name}-user-information`, result.userInformation);
    }
    // The state that browsers keep for the back button stays empty: a token is not to be stored.
    this.#internals?.setFormValue(value, value && '');
    this.#value = value;
    // Valid unless a token is required and missing.
    const button = this.shadowRoot?.querySelector<HTMLElement>('button') ?? undefined;
    const valueMissing = this.required && !result;
    // Browsers throw at an empty message, which an application may have chosen.
    this.#internals?.setValidity({ valueMissing }, this.requiredMessage || ' ', button);
  }

  /** Show a state to `:state(…)`; nothing where the browser has no custom states. */
  protected showState(state: string, previous?: string): void {
    try {
      const states = this.#internals?.states;
      if (previous) states?.delete(previous);
      states?.add(state);
    } catch {
      // Chromium before 125 takes only names with two dashes; the reflected attribute serves there.
    }
  }

  protected submitForm(): void {
    if (this.form) HTMLFormElement.prototype.requestSubmit.call(this.form);
  }
}
