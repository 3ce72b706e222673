import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';

import { YdrzError, type Phase } from '../codes/ydrz-error.js';
import { connectionType, type Connection } from '../flow/connection.js';
import type { RunningState, TokenResult } from '../flow/types.js';
import { networkError } from '../codes/network-error.js';
import { endedError, throwIfEnded } from '../gateway/failures.js';
import { BUTTON_TEXTS, type ButtonTexts } from '../locale/button-texts.js';
import { nearestLanguage } from '../locale/language.js';
import { withOwnTexts } from '../locale/own-texts.js';
import { hasOwnContent } from './button-content.js';
import { LoginErrorEvent, StateChangeEvent, TokenEvent } from './login-events.js';
import { isInPage } from './in-page.js';
import { noticeIntent } from './intent.js';
import type { LoginStarter } from './login-starter.js';
import { loginStyles } from './login-styles.js';
import type { LoginState } from './names.js';
import { orderOf } from './order.js';
import { keepScale } from './page-scale.js';
import { Run, type Progress } from './progress.js';
import { SettingsElement } from './settings-element.js';
import { inTime } from '../incoming/in-time.js';

/** A failure before the flow is there, which has words of its own for every other. */
const unexpected = (cause: unknown, ended = false): YdrzError =>
  (ended ? endedError : networkError)('credentials', cause);

/** The attribute that shows the state. */
const STATE = 'state';

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
 * @attr {'idle' | 'preparing' | 'retrieving' | 'authorizing' | 'exchanging' | 'done' | 'failed'} state - Where the login stands; written by the element.
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
export class YdrzLoginElement extends SettingsElement {
  static override shadowRootOptions: ShadowRootInit = {
    ...SettingsElement.shadowRootOptions,
    delegatesFocus: true,
  };

  static override styles = loginStyles;

  #progress: Progress = { state: 'idle' };
  /** The login that was asked for last, until it ends. Those before it were aborted; it waits for their end. */
  #asked: Run | undefined;
  /** The code that a login needs; on its way or here once there was a sign of intent. */
  #starter: Promise<LoginStarter> | undefined;

  constructor() {
    super();
    noticeIntent(this);
    keepScale(this);
    this.showState(this.state);
  }

  /**
   * Where the login stands.
   *
   * @type {'idle' | 'preparing' | 'retrieving' | 'authorizing' | 'exchanging' | 'done' | 'failed'}
   */
  get state(): LoginState {
    return this.#progress.state;
  }

  /** The token result, until it expires. */
  override get result(): TokenResult | null {
    const progress = this.#progress;
    return progress.state === 'done' && progress.expiry.lasts ? progress.result : null;
  }

  protected override get requiredMessage(): string {
    return this.#texts().required;
  }

  /**
   * Log in. A second call while a login runs gets the same promise; one after `abort()` or `reset()` begins a new login once the
   * old one has ended. An element that is not in a page ends at once, with 506.
   *
   * @returns the token result.
   * @throws {YdrzError} the failure that the `error` event carries as well.
   */
  login(): Promise<TokenResult> {
    const before = this.#asked;
    if (before && !before.controller.signal.aborted) return before.promise;
    const run = (this.#asked = new Run());
    const begin = () => void this.#run(run);
    if (before) before.promise.then(begin, begin);
    else begin();
    return run.promise;
  }

  /** End the running login, as `endGetToken` does: it fails with code 503. */
  abort(): void {
    this.#asked?.controller.abort();
  }

  /** Forget the last result or failure; a running login is ended first. */
  override reset(): void {
    if (!this.#asked) {
      this.#move({ state: 'idle' });
      return;
    }
    this.#asked.promise.catch((error: unknown) => {
      if ('error' in this.#progress && this.#progress.error === error) this.#move({ state: 'idle' });
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
      if (isInPage(this)) return;
      this.abort();
      this.#starter?.then(
        (starter) => {
          starter.drop();
        },
        // It did not load: there is nothing to drop.
        () => undefined,
      );
    });
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, STATE];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    // Clones and snapshots bring the state of another element; it is put right with the next rendering.
    if (name === STATE) this.requestUpdate();
    else super.attributeChangedCallback(name, old, value);
  }

  protected override update(changed: PropertyValues<this>): void {
    if (this.getAttribute(STATE) !== this.state) this.setAttribute(STATE, this.state);
    super.update(changed);
  }

  protected override render(): TemplateResult {
    const texts = this.#texts();
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

  readonly #texts = (): ButtonTexts => {
    return withOwnTexts(BUTTON_TEXTS[nearestLanguage(this)], this.messages);
  };

  readonly #onContent = (): void => {
    this.requestUpdate();
  };

  protected override activate(): void {
    this.#startQuietly();
  }

  /** Start a login whose failure is told by the `error` event alone. */
  readonly #startQuietly = (): void => {
    this.login().catch(() => undefined);
  };

  readonly #run = async (run: Run): Promise<void> => {
    const { signal } = run.controller;
    try {
      // As things stand at the click: a login under way does not change with the attributes.
      const order = orderOf(this);
      // A file that does not load is no concern of the login's.
      if (this.reportUrl) run.reporter = import('./send-report.js').catch(() => undefined);
      this.#move({ state: 'preparing', run });
      const starter = await inTime(this.load(), order.timeout, signal);
      const onState = this.#follow(run);
      const result = await starter.start(order, run.hops, onState, signal);
      throwIfEnded(signal, 'token');
      this.#end(run, '103000', 'token');
      this.#succeed(result, starter);
      run.succeed(result);
    } catch (cause) {
      const error = cause instanceof YdrzError ? cause : unexpected(cause, signal.aborted);
      // Hints of their own have files that have loaded.
      error.hint ||= this.#texts()[signal.aborted ? 'ended' : 'notLoaded'];
      this.#end(run, error.code, error.phase);
      this.#move({ state: 'failed', error });
      this.dispatchEvent(new LoginErrorEvent(error));
      run.fail(error);
    }
  };

  readonly #follow =
    (run: Run) =>
    (state: RunningState, msgId: string): void => {
      run.msgId = msgId;
      this.#move({ state, run });
    };

  /** Tell the page's server, if it wants to know. From here on a new login may be asked for. */
  readonly #end = (run: Run, code: string, phase: Phase): void => {
    if (this.#asked === run) this.#asked = undefined;
    void run.reporter?.then((reporting) => {
      reporting?.sendReport(this.reportUrl, code, phase, run.hops);
    });
  };

  /** @internal Load the flow when it is needed: a button that nobody presses stays small. A failure may be tried again. */
  load(): Promise<LoginStarter> {
    const load = async () => new (await import('./login-starter.js')).LoginStarter(this);
    this.#starter ??= load().catch((cause: unknown) => {
      this.#starter = undefined;
      throw unexpected(cause);
    });
    return this.#starter;
  }

  /** @internal Somebody seems about to log in, or the browser has nothing to do. */
  prepare(likely: boolean): void {
    this.load()
      .then((starter) => {
        // A login that runs has what it needs.
        starter.prepare(likely && !('run' in this.#progress));
      })
      .catch(() => undefined);
  }

  readonly #succeed = (result: TokenResult, starter: LoginStarter): void => {
    const expiry = starter.watch(result, () => {
      this.#move({ state: 'idle' });
    });
    this.#move({ state: 'done', result, expiry });
    this.dispatchEvent(new TokenEvent(result));
    // Whoever heard of it may have taken it away again.
    if (this.autoSubmit && this.result === result) this.submitForm();
  };

  /** The one place where the state changes. */
  readonly #move = (next: Progress): void => {
    const { state: previous } = this.#progress;
    if ('expiry' in this.#progress) this.#progress.expiry.stop();
    this.#progress = next;
    this.updateValue();
    if (next.state === previous) return;
    this.showState(next.state, previous);
    this.requestUpdate();
    this.dispatchEvent(new StateChangeEvent(next.state, previous));
  };
}
