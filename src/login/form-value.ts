import type { TokenResult } from '../flow/types.js';

/**
 * The element's part in a form.
 *
 * Owns: the submitted value (token and userInformation), validity, and the form's submission when the token
 * arrives. Does not own: when a login starts or ends, and the disabled state of fieldsets, which the browser
 * tells the element directly. Without ElementInternals (older web views) the element works, but not in forms.
 */
export class FormValue {
  readonly #internals: ElementInternals | undefined;

  constructor(element: HTMLElement) {
    const internals = 'attachInternals' in element ? element.attachInternals() : undefined;
    // Firefox before 98 has internals that know nothing of forms.
    this.#internals = internals && 'setFormValue' in internals ? internals : undefined;
  }

  get form(): HTMLFormElement | null {
    return this.#internals?.form ?? null;
  }

  get labels(): NodeList | readonly Node[] {
    return this.#internals?.labels ?? [];
  }

  get validity(): ValidityState | undefined {
    return this.#internals?.validity;
  }

  get validationMessage(): string {
    return this.#internals?.validationMessage ?? '';
  }

  get willValidate(): boolean {
    return this.#internals?.willValidate ?? false;
  }

  checkValidity(): boolean {
    return this.#internals?.checkValidity() ?? true;
  }

  reportValidity(): boolean {
    return this.#internals?.reportValidity() ?? true;
  }

  /**
   * Put the token under `name` and the fingerprint under `name-user-information`, to the letter. The state that
   * browsers keep for the back button stays empty: a token is not to be stored.
   */
  set(name: string, result: TokenResult | null): void {
    if (!result || !name) {
      this.#internals?.setFormValue(null);
      return;
    }
    const value = new FormData();
    value.append(name, result.token);
    value.append(`${name}-user-information`, result.userInformation);
    this.#internals?.setFormValue(value, '');
  }

  /** Valid unless a token is required and missing. */
  validate(missing: boolean, message: string, anchor: HTMLElement | null): void {
    if (!missing) this.#internals?.setValidity({});
    else if (anchor) this.#internals?.setValidity({ valueMissing: true }, message, anchor);
    else this.#internals?.setValidity({ valueMissing: true }, message);
  }

  /** Show a state to `:state(…)`; nothing where the browser has no custom states. */
  showState(state: string, previous?: string): void {
    try {
      const states = this.#internals?.states;
      if (previous) states?.delete(previous);
      states?.add(state);
    } catch {
      // Chromium before 125 takes only names with two dashes; the reflected attribute serves there.
    }
  }

  submit(): void {
    this.form?.requestSubmit();
  }
}
