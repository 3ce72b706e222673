import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';

import type { TokenResult } from '../flow/types.js';
import { FormValue } from './form-value.js';

/**
 * An element that stands in a form like a control of the browser's own: it submits a token under its name, can be
 * required and disabled, and is reset with the form. What the value is and how it comes about is a subclass's.
 */
export abstract class FormElement extends LitElement {
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

  readonly #form = new FormValue(this);
  #fieldsetDisabled = false;

  constructor() {
    super();
    this.name = '';
    this.disabled = false;
    this.required = false;
    this.autoSubmit = false;
  }

  /** The token result, until it expires. */
  abstract get result(): TokenResult | null;
  abstract reset(): void;
  /** What the form says when a required token is missing. */
  protected abstract get requiredMessage(): string;

  /** The form that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.#form.form;
  }

  /** The labels of the element. */
  get labels(): NodeList | readonly Node[] {
    return this.#form.labels;
  }

  /** Whether a required token is missing. Undefined in browsers without ElementInternals. */
  get validity(): ValidityState | undefined {
    return this.#form.validity;
  }

  /** What the form says when a required token is missing; empty while nothing is. */
  get validationMessage(): string {
    return this.#form.validationMessage;
  }

  /** Whether the element takes part in its form's validation. */
  get willValidate(): boolean {
    return this.#form.willValidate;
  }

  /** True when valid; otherwise fires `invalid`. */
  checkValidity(): boolean {
    return this.#form.checkValidity();
  }

  /** True when valid; otherwise fires `invalid` and shows the message. */
  reportValidity(): boolean {
    return this.#form.reportValidity();
  }

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
    // Before the rendering, not after it as Lit does: the browser answers with formDisabledCallback.
    if (changed.has('disabled')) this.toggleAttribute('disabled', this.disabled);
    super.update(changed);
  }

  /** Whether the element or a fieldset around it is disabled. */
  protected get barred(): boolean {
    return this.disabled || this.#fieldsetDisabled;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Without a token too: browsers bring a value back with the page that this element no longer has.
    if (changed.has('name')) this.updateValue();
    else this.#validate();
  }

  /** Tell the form what to submit, at once: with `auto-submit` nothing waits for the next rendering. */
  protected updateValue(): void {
    this.#form.set(this.name, this.result);
    this.#validate();
  }

  #validate(): void {
    const anchor = this.shadowRoot?.querySelector<HTMLElement>('button') ?? null;
    this.#form.validate(this.required && !this.result, this.requiredMessage, anchor);
  }

  /** Show a state to `:state(…)`. */
  protected showState(state: string, previous?: string): void {
    this.#form.showState(state, previous);
  }

  protected submitForm(): void {
    this.#form.submit();
  }
}
