import { LitElement, html, nothing } from 'lit';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';

import { YdrzError } from '../codes/ydrz-error.js';
import { connectionType, type Connection } from '../flow/connection.js';
import type { CredentialsFunction, LoginOrder, TokenResult } from '../flow/types.js';
import type { Credentials } from '../gateway/types.js';
import { BUTTON_TEXTS, type ButtonTexts } from '../locale/button-texts.js';
import { nearestLanguage } from '../locale/language.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import { FormValue } from './form-value.js';
import { ExpireEvent, HopEvent, LoginErrorEvent, StateChangeEvent, TokenEvent } from './login-events.js';
import { loginStyles } from './login-styles.js';
import type { LoginState } from './names.js';

/** Where a login stands, and what belongs to it there. */
type Progress =
  | { state: 'idle' }
  | { state: 'preparing' | 'retrieving' | 'authorizing' | 'exchanging'; run: Run }
  | { state: 'done'; result: TokenResult; expiry: ReturnType<typeof setTimeout> }
  | { state: 'failed'; error: YdrzError };

/** One login under way. */
interface Run {
  readonly controller: AbortController;
  readonly promise: Promise<TokenResult>;
  msgId: string;
}

/**
 * A button that logs a person in with the phone number of the SIM that the phone is online with.
 *
 * It gets a signature from the business server, the masked number from the carrier, shows the authorization
 * screen and ends with exactly one `token` or `error` event. In a form it submits the token.
 *
 * @element ydrz-login
 *
 * @attr {string} app-id - The application's id at the service.
 * @attr {string} credentials-url - Address at the business server that is POSTed `{appId}` and answers
 *   `{sign, traceId, timestamp, appId?, version?}`; same-origin cookies are sent.
 *
 * @slot - The button's content; the label by default.
 * @slot fallback - Shown after a failure: another way to log in, such as an SMS code.
 *
 * @csspart button - The button.
 * @csspart spinner - The turning ring while a login runs.
 * @csspart status - The message after a failure; read out, but not seen, in other states.
 * @csspart fallback - The box around the `fallback` slot.
 *
 * @cssprop [--ydrz-login-bg-color=#1469d0] - The button's background.
 * @cssprop [--ydrz-login-font-color=#fff] - The button's text.
 * @cssprop [--ydrz-login-border-radius=8px] - The button's corners.
 * @cssprop [--ydrz-login-error-font-color=#c6261d] - The message after a failure.
 * @cssprop [--ydrz-font-family=system-ui, sans-serif] - The font of the button.
 *
 * @cssstate idle - Nothing runs.
 * @cssstate preparing - Credentials are fetched.
 * @cssstate retrieving - The carriers are asked for the number.
 * @cssstate authorizing - The user is asked.
 * @cssstate exchanging - The token is fetched.
 * @cssstate done - There is a token that has not expired.
 * @cssstate failed - The last login failed.
 *
 * @fires {TokenEvent} token - A login succeeded; detail: the token result. Bubbles and crosses shadow roots.
 * @fires {LoginErrorEvent} error - A login failed; detail: a YdrzError. Does not bubble.
 * @fires {AuthorizationRequestEvent} authorizationrequest - The user is about to be asked; cancelable:
 *   `preventDefault()` means that the application shows its own screen.
 * @fires {LoginInputCompleteEvent} inputcomplete - The digits are complete and the agreement is ticked.
 * @fires {StateChangeEvent} statechange - The state changed; detail: `{state, previous}`.
 * @fires {ExpireEvent} expire - The token's 2 minutes are over; detail: `{msgId}`.
 * @fires {HopEvent} hop - One request was made; detail: `{name, url, start, duration, code}`.
 */
export class YdrzLoginElement extends LitElement {
  static readonly formAssociated = true;

  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = loginStyles;

  static override properties: PropertyDeclarations = {
    appId: { attribute: 'app-id' },
    credentialsUrl: { attribute: 'credentials-url' },
    credentials: { attribute: false },
    authPageType: { attribute: 'auth-page-type' },
    layerOptions: { attribute: 'layer-options' },
    pageOptions: { attribute: 'page-options' },
    openType: { attribute: 'open-type' },
    expandParams: { attribute: 'expand-params' },
    version: {},
    gateway: {},
    testLine: { attribute: 'test-line', type: Boolean },
    timeout: { type: Number },
    autostart: { type: Boolean },
    mount: {},
    pageSource: { attribute: 'page-source' },
    label: {},
    name: { reflect: true },
    disabled: { type: Boolean, reflect: true },
    required: { type: Boolean, reflect: true },
    autoSubmit: { attribute: 'auto-submit', type: Boolean },
    messages: { attribute: false },
    state: { reflect: true, noAccessor: true },
  };

  /** The application's id at the service. */
  declare appId: string;
  /** Address at the business server that answers with credentials. */
  declare credentialsUrl: string;
  /** Credentials, or a function that gets them, instead of `credentialsUrl`. */
  declare credentials: Credentials | CredentialsFunction | null;
  /** `'1'` standard popup, `'2'` custom popup, `'3'` custom page, anything else the standard page. */
  declare authPageType: string;
  /** The documented options of the custom popup: an object, or its JSON. */
  declare layerOptions: unknown;
  /** The documented options of the custom page: an object, or its JSON. */
  declare pageOptions: unknown;
  /** `'1'` polls all carriers, `'0'` asks China Mobile only. */
  declare openType: string;
  /** `name=value` pairs joined with `|`, handed to the service. */
  declare expandParams: string;
  /** Interface version. */
  declare version: string;
  /** Base URL put in place of both live hosts: a sandbox or a reverse proxy. Empty: the live service. */
  declare gateway: string;
  /** Use the service's test line. */
  declare testLine: boolean;
  /** Milliseconds for one request. */
  declare timeout: number;
  /** Start a login when the element is connected. */
  declare autostart: boolean;
  /** Id of the element that an unmasked layer is put into; in place without it. */
  declare mount: string;
  /** `'local'` draws the authorization page here; `'hosted'` shows the service's own in an iframe. */
  declare pageSource: string;
  /** The button's text; by language without it. */
  declare label: string;
  /** The name under which a form submits the token. */
  declare name: string;
  /** No login can be started by the user. */
  declare disabled: boolean;
  /** A form cannot be submitted without a token. */
  declare required: boolean;
  /** Submit the form when the token arrives. */
  declare autoSubmit: boolean;
  /** Overrides of single texts. */
  declare messages: Partial<ScreenTexts & ButtonTexts> | null;

  readonly #form = new FormValue(this);
  #progress: Progress = { state: 'idle' };
  #fieldsetDisabled = false;

  constructor() {
    super();
    this.appId = '';
    this.credentialsUrl = '';
    this.credentials = null;
    this.authPageType = '0';
    this.layerOptions = null;
    this.pageOptions = null;
    this.openType = '1';
    this.expandParams = '';
    this.version = '2.0';
    this.gateway = '';
    this.testLine = false;
    this.timeout = 8000;
    this.autostart = false;
    this.mount = '';
    this.pageSource = 'local';
    this.label = '';
    this.name = '';
    this.disabled = false;
    this.required = false;
    this.autoSubmit = false;
    this.messages = null;
  }

  /** Where the login stands. */
  get state(): LoginState {
    return this.#progress.state;
  }

  /** The token result, until it expires. */
  get result(): TokenResult | null {
    return this.#progress.state === 'done' ? this.#progress.result : null;
  }

  /** The form that the element belongs to. */
  get form(): HTMLFormElement | null {
    return this.#form.form;
  }

  /** The labels of the element. */
  get labels(): NodeList | readonly Node[] {
    return this.#form.labels;
  }

  get validity(): ValidityState | undefined {
    return this.#form.validity;
  }

  get validationMessage(): string {
    return this.#form.validationMessage;
  }

  get willValidate(): boolean {
    return this.#form.willValidate;
  }

  checkValidity(): boolean {
    return this.#form.checkValidity();
  }

  reportValidity(): boolean {
    return this.#form.reportValidity();
  }

  /**
   * Log in. A second call while a login runs gets the same promise.
   *
   * @returns the token result.
   * @throws {YdrzError} the failure that the `error` event carries as well.
   */
  login(): Promise<TokenResult> {
    return 'run' in this.#progress ? this.#progress.run.promise : this.#start();
  }

  /** End the running login, as `endGetToken` does: it fails with code 503. */
  abort(): void {
    if ('run' in this.#progress) this.#progress.run.controller.abort();
  }

  /** Forget the last result or failure; a running login is ended first. */
  reset(): void {
    if (!('run' in this.#progress)) {
      this.#move({ state: 'idle' });
      return;
    }
    this.#progress.run.promise.catch(() => {
      if (this.state === 'failed') this.#move({ state: 'idle' });
    });
    this.abort();
  }

  /** Whether the phone is on the network that retrieval needs; mostly `unknown` on iOS. */
  getConnection(): Connection {
    const msgid = 'run' in this.#progress ? this.#progress.run.msgId : (this.result?.msgId ?? '');
    return { appid: this.appId, msgid, netType: connectionType() };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.autostart && this.state === 'idle') this.#startQuietly();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is removed and put back at once; only one that stays away ends its login.
    queueMicrotask(() => {
      if (!this.isConnected) this.abort();
    });
  }

  formResetCallback(): void {
    this.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#fieldsetDisabled = disabled;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('name')) this.#form.set(this.name, this.result);
    const anchor = this.renderRoot.querySelector<HTMLElement>('[part="button"]');
    this.#form.validate(this.required && !this.result, this.#texts.required, anchor);
  }

  protected override render(): TemplateResult {
    const texts = this.#texts;
    const { state } = this;
    const running = 'run' in this.#progress;
    const failure = this.#progress.state === 'failed' ? this.#progress.error : undefined;
    const failed = failure !== undefined && !failure.cancelled;
    return html`
      <button
        part="button"
        type="button"
        ?disabled=${this.disabled || this.#fieldsetDisabled}
        aria-disabled=${running ? 'true' : nothing}
        @click=${this.#onClick}
      >
        ${running ? html`<span part="spinner" aria-hidden="true"></span>` : nothing}
        <slot>${this.label || texts.login}</slot>
      </button>
      <span part="status" role="status" class=${failed ? 'shown' : nothing}>
        ${state === 'idle' || (failure && !failed) ? nothing : texts[state]}
      </span>
      ${failed ? html`<div part="fallback"><slot name="fallback"></slot></div>` : nothing}
    `;
  }

  get #texts(): ButtonTexts {
    return { ...BUTTON_TEXTS[nearestLanguage(this)], ...this.messages };
  }

  readonly #onClick = (): void => {
    this.#startQuietly();
  };

  /** Start a login whose failure is told by the `error` event alone. */
  #startQuietly(): void {
    this.login().catch(() => undefined);
  }

  #start(): Promise<TokenResult> {
    const run: Run = { controller: new AbortController(), promise: this.#run(() => run), msgId: '' };
    this.#move({ state: 'preparing', run });
    return run.promise;
  }

  async #run(current: () => Run): Promise<TokenResult> {
    try {
      // The flow is loaded when it is needed: a button that nobody presses stays small.
      const { startLogin } = await import('./start-login.js').catch(this.#notLoaded);
      const run = current();
      const result = await startLogin(this, this.#order(), run.controller.signal, {
        onState: (state, msgId) => {
          run.msgId = msgId;
          this.#move({ state, run });
        },
        onHop: (hop) => {
          this.dispatchEvent(new HopEvent(hop));
        },
      });
      this.#succeed(result);
      return result;
    } catch (cause) {
      const error = cause instanceof YdrzError ? cause : this.#unexpected(cause);
      this.#move({ state: 'failed', error });
      this.dispatchEvent(new LoginErrorEvent(error));
      throw error;
    }
  }

  readonly #notLoaded = (cause: unknown): never => {
    throw this.#unexpected(cause);
  };

  #unexpected(cause: unknown): YdrzError {
    const error = new YdrzError({
      code: '500',
      message: '网络异常，请检查网络设置',
      phase: 'credentials',
      cause,
    });
    error.hint = this.#texts.notLoaded;
    return error;
  }

  #order(): LoginOrder {
    return {
      appId: this.appId,
      credentials: this.credentials ?? this.credentialsUrl,
      version: this.version,
      authPageType: this.authPageType,
      openType: this.openType,
      expandParams: this.expandParams,
      gateway: this.gateway,
      testLine: this.testLine,
      timeout: this.timeout,
      language: nearestLanguage(this),
    };
  }

  #succeed(result: TokenResult): void {
    const expiry = setTimeout(() => {
      this.#move({ state: 'idle' });
      this.dispatchEvent(new ExpireEvent(result.msgId));
    }, result.expiresAt - Date.now());
    this.#move({ state: 'done', result, expiry });
    this.dispatchEvent(new TokenEvent(result));
    if (this.autoSubmit) this.#form.submit();
  }

  /** The one place where the state changes. */
  #move(next: Progress): void {
    const { state: previous } = this.#progress;
    if ('expiry' in this.#progress) clearTimeout(this.#progress.expiry);
    this.#progress = next;
    this.#form.set(this.name, this.result);
    if (next.state === previous) return;
    this.#form.showState(next.state, previous);
    this.requestUpdate('state', previous);
    this.dispatchEvent(new StateChangeEvent(next.state, previous));
  }
}
