import { html, nothing } from 'lit';
import type { PropertyDeclarations, TemplateResult } from 'lit';

import { YdrzError } from '../codes/ydrz-error.js';
import { connectionType, type Connection } from '../flow/connection.js';
import { inTime } from '../gateway/in-time.js';
import type { CredentialsFunction, RunningState, TokenResult } from '../flow/types.js';
import { endedError, networkError } from '../gateway/failures.js';
import type { Credentials, Hop } from '../gateway/types.js';
import { BUTTON_TEXTS, type ButtonTexts } from '../locale/button-texts.js';
import { nearestLanguage } from '../locale/language.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import type { LayerOptions, PageOptions } from '../options/option-objects.js';
import { hasOwnContent } from './button-content.js';
import { FormElement } from './form-element.js';
import { ExpireEvent, HopEvent, LoginErrorEvent, StateChangeEvent, TokenEvent } from './login-events.js';
import { IntentController, type PrefetchMoment } from './intent.js';
import type { LoginStarter } from './login-starter.js';
import { loginStyles } from './login-styles.js';
import type { LoginState } from './names.js';
import { orderOf } from './order.js';
import type { Progress, Run } from './progress.js';

/** A failure before the flow is there, which has words of its own for every other. */
const unexpected = (cause: unknown, ended = false): YdrzError =>
  (ended ? endedError : networkError)('credentials', cause);

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
 *   `{sign, traceId, timestamp, appId?, version?}`; same-origin cookies are sent. It is asked as soon as a pointer or the
 *   focus is on the button; a click within a minute uses the answer.
 *
 * @slot - The button's content; the label by default.
 * @slot fallback - Shown after a failure: another way to log in, such as an SMS code.
 *
 * @csspart button - The button.
 * @csspart spinner - The turning ring while a login runs.
 * @csspart status - The message after a failure; read out, but not seen, in other states.
 * @csspart fallback - The box around the `fallback` slot.
 *
 * @cssprop --ydrz-login-bg-color - The button's background.
 * @cssprop --ydrz-login-font-color - The button's text.
 * @cssprop --ydrz-login-border-radius - The button's corners.
 * @cssprop --ydrz-login-error-font-color - The message after a failure.
 * @cssprop --ydrz-font-family - The font of the button.
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
export class YdrzLoginElement extends FormElement {
  static override shadowRootOptions: ShadowRootInit = {
    ...FormElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = loginStyles;

  // What is read when a login starts is a plain property (`noAccessor`): nothing has to be rendered when it changes.
  static override properties: PropertyDeclarations = {
    appId: { attribute: 'app-id' },
    credentialsUrl: { attribute: 'credentials-url' },
    credentials: { attribute: false },
    authPageType: { attribute: 'auth-page-type', noAccessor: true },
    layerOptions: { attribute: 'layer-options', noAccessor: true },
    pageOptions: { attribute: 'page-options', noAccessor: true },
    openType: { attribute: 'open-type', noAccessor: true },
    expandParams: { attribute: 'expand-params', noAccessor: true },
    jsonp: { noAccessor: true },
    jsonpHosts: { attribute: 'jsonp-hosts', noAccessor: true },
    version: { noAccessor: true },
    gateway: { noAccessor: true },
    testLine: { attribute: 'test-line', type: Boolean, noAccessor: true },
    timeout: { type: Number, noAccessor: true },
    prefetch: {},
    autostart: { type: Boolean, noAccessor: true },
    mount: { noAccessor: true },
    pageSource: { attribute: 'page-source', noAccessor: true },
    driver: { noAccessor: true },
    officialSrc: { attribute: 'official-src', noAccessor: true },
    officialIntegrity: { attribute: 'official-integrity', noAccessor: true },
    label: {},
    messages: { attribute: false },
    state: { reflect: true, noAccessor: true },
  };

  /** The application's id at the service. */
  declare appId: string;
  /** Address at the business server that answers with credentials; asked once a pointer or the focus is on the button. */
  declare credentialsUrl: string;
  /** Credentials, or a function that gets them, instead of `credentialsUrl`. */
  declare credentials: Credentials | CredentialsFunction | null;
  /** `'1'` standard popup, `'2'` custom popup, `'3'` custom page, anything else the standard page. */
  declare authPageType: string;
  /** The documented options of the custom popup: an object, or its JSON. */
  declare layerOptions: LayerOptions | string | null;
  /** The documented options of the custom page: an object, or its JSON. */
  declare pageOptions: PageOptions | string | null;
  /** `'1'` polls all carriers, `'0'` asks China Mobile only. */
  declare openType: string;
  /** `name=value` pairs joined with `|`, handed to the service. */
  declare expandParams: string;
  /**
   * `'off'` allows none of the carriers' scripts, and so leaves China Telecom and China Unicom out. The element's own `nonce`
   * is theirs.
   */
  declare jsonp: string;
  /** Hosts that the carriers' scripts may come from, between spaces; `*.example.com` for all below. Empty: any https host. */
  declare jsonpHosts: string;
  /** Interface version. */
  declare version: string;
  /** Base URL put in place of both live hosts: a sandbox or a reverse proxy. Empty: the live service. */
  declare gateway: string;
  /** Use the service's test line. */
  declare testLine: boolean;
  /** Milliseconds for one request. */
  declare timeout: number;
  /**
   * Retrieve the number before the click, so that the click shows the screen at once: `'visible'` when the
   * element comes into view, `'load'` when it is connected. Not on Wi-Fi and not with data saver on.
   */
  declare prefetch: PrefetchMoment;
  /** Start a login when the element is connected. */
  declare autostart: boolean;
  /** Id of the element that an unmasked layer is put into; in place without it. */
  declare mount: string;
  /** `'local'` draws the authorization page here; `'hosted'` shows the service's own in an iframe. */
  declare pageSource: string;
  /** `'native'` speaks to the service itself; `'official'` loads the official script and drives it. */
  declare driver: string;
  /** Address of the official script; the service's own without it, or a `YDRZAuthLogin` that the page has. */
  declare officialSrc: string;
  /** Subresource Integrity digests of the official script. Its nonce is the element's own `nonce`. */
  declare officialIntegrity: string;
  /** The button's text; by language without it. */
  declare label: string;
  /** Overrides of single texts. */
  declare messages: Partial<ScreenTexts & ButtonTexts> | null;

  #progress: Progress = { state: 'idle' };
  /** The code that a login needs; on its way or here once there was a sign of intent. */
  #starter: Promise<LoginStarter> | undefined;

  constructor() {
    super();
    new IntentController(this);
    this.appId = '';
    this.credentialsUrl = '';
    this.credentials = null;
    this.authPageType = '0';
    this.layerOptions = null;
    this.pageOptions = null;
    this.openType = '1';
    this.expandParams = '';
    this.jsonp = 'on';
    this.jsonpHosts = '';
    this.version = '2.0';
    this.gateway = '';
    this.testLine = false;
    this.timeout = 8000;
    this.prefetch = 'none';
    this.autostart = false;
    this.mount = '';
    this.pageSource = 'local';
    this.driver = 'native';
    this.officialSrc = '';
    this.officialIntegrity = '';
    this.label = '';
    this.messages = null;
    this.showState(this.state);
  }

  /** Where the login stands. */
  get state(): LoginState {
    return this.#progress.state;
  }

  /** The token result, until it expires. */
  override get result(): TokenResult | null {
    return this.#progress.state === 'done' ? this.#progress.result : null;
  }

  protected override get requiredMessage(): string {
    return this.#texts.required;
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
  override reset(): void {
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
    // What the page has set before the element's code was there counts from the first update on.
    void this.updateComplete.then(() => {
      if (this.isConnected && this.autostart && this.state === 'idle') this.#startQuietly();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved is removed and put back at once; only one that stays away ends its login.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.abort();
      void this.#starter?.then((starter) => {
        starter.drop();
      });
    });
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
        ?disabled=${this.barred}
        aria-disabled=${running ? 'true' : nothing}
        @click=${this.#startQuietly}
      >
        ${running ? html`<span part="spinner" aria-hidden="true"></span>` : nothing}
        <slot @slotchange=${this.#onContent}></slot
        >${hasOwnContent(this) ? nothing : this.label || texts.login}
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

  readonly #onContent = (): void => {
    this.requestUpdate();
  };

  /** Start a login whose failure is told by the `error` event alone. */
  #startQuietly(): void {
    this.login().catch(() => undefined);
  }

  #start(): Promise<TokenResult> {
    const controller = new AbortController();
    const run: Run = { controller, promise: this.#run(controller.signal, () => run), msgId: '' };
    this.#move({ state: 'preparing', run });
    return run.promise;
  }

  async #run(signal: AbortSignal, current: () => Run): Promise<TokenResult> {
    try {
      // As things stand at the click: a login under way does not change with the attributes.
      const order = orderOf(this);
      const starter = await inTime(this.#load(), this.timeout, signal);
      const run = current();
      const onState = (state: RunningState, msgId: string) => {
        run.msgId = msgId;
        this.#move({ state, run });
      };
      const observer = { onState, onHop: this.#onHop };
      const result = await starter.start(this, order, observer, signal);
      this.#succeed(result);
      return result;
    } catch (cause) {
      const error = cause instanceof YdrzError ? cause : unexpected(cause, signal.aborted);
      // Hints of their own have files that have loaded.
      error.hint ||= this.#texts[error.code === '503' ? 'ended' : 'notLoaded'];
      this.#move({ state: 'failed', error });
      this.dispatchEvent(new LoginErrorEvent(error));
      throw error;
    }
  }

  /** Load the flow when it is needed: a button that nobody presses stays small. A failure may be tried again. */
  #load(): Promise<LoginStarter> {
    const load = async () => new (await import('./login-starter.js')).LoginStarter();
    this.#starter ??= load().catch((cause: unknown) => {
      this.#starter = undefined;
      throw unexpected(cause);
    });
    return this.#starter;
  }

  /** @internal Somebody seems about to log in, or the browser has nothing to do. */
  prepare(likely: boolean): void {
    this.#load()
      .then((starter) => {
        const order = orderOf(this);
        starter.prepare(this, order);
        // A login that runs has what it needs.
        if (likely && !('run' in this.#progress)) starter.approach(this, order, this.#onHop);
      })
      .catch(() => undefined);
  }

  /** @internal Retrieve the number, for a click that may come; false while the settings for it are missing. */
  prefetchNumber(): boolean {
    const order = orderOf(this);
    if (!order.appId || !order.credentials || 'run' in this.#progress) return false;
    // The official script shows its screen with the number: there is nothing to get ahead of the click.
    if (this.driver === 'official') return true;
    this.#load()
      .then((starter) => starter.prefetch(order, this.#onHop))
      .catch(() => undefined);
    return true;
  }

  readonly #onHop = (hop: Hop): void => {
    this.dispatchEvent(new HopEvent(hop));
  };

  #succeed(result: TokenResult): void {
    const expiry = setTimeout(() => {
      this.#move({ state: 'idle' });
      this.dispatchEvent(new ExpireEvent(result.msgId));
    }, result.expiresAt - Date.now());
    this.#move({ state: 'done', result, expiry });
    this.dispatchEvent(new TokenEvent(result));
    if (this.autoSubmit) this.submitForm();
  }

  /** The one place where the state changes. */
  #move(next: Progress): void {
    const { state: previous } = this.#progress;
    if ('expiry' in this.#progress) clearTimeout(this.#progress.expiry);
    this.#progress = next;
    this.updateValue();
    if (next.state === previous) return;
    this.showState(next.state, previous);
    this.requestUpdate('state', previous);
    this.dispatchEvent(new StateChangeEvent(next.state, previous));
  }
}
