import { html, nothing } from 'lit';
import type { CSSResult, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { MovableElement } from '../dom/movable-element.js';
import { screenTexts } from '../locale/screen-texts.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import { cleanText } from '../options/check-text.js';
import { DEFAULTS } from '../options/defaults.js';
import type { ScreenValues } from '../options/types.js';
import { dressControls } from './parts/custom-controls.js';
import { dialogController, type DialogController } from './dialog/dialog-controller.js';
import { DigitsController } from './digits/digits-controller.js';
import { hostOf } from './dialog/host.js';
import { shrinkage } from './dialog/shrinkage.js';
import { handOnClick } from './hand-on-click.js';
import { guardLayout, type LayoutGuard } from './painted/layout-guard.js';
import { cleanMask } from './digits/masked-number.js';
import { optionReading, type OptionReading } from './option-reading.js';
import type { Notice } from './parts/parts-owner.js';
import { screenLanguage } from './screen-language.js';
import type { ScreenLook } from './screen-look.js';
import { AuthorizeEvent, CancelEvent, InputCompleteEvent } from './view-events.js';

/**
 * What both authorization screens are: the masked number with its hidden digits to fill in, the agreement to tick, and, at
 * level 1, the submit button. A subclass says how it is laid out and whether it is modal.
 *
 * @csspart title - The title.
 * @csspart phone - The row with the masked number.
 * @csspart digit - One box for a hidden digit.
 * @csspart tip - What to do, under the number.
 * @csspart agreement - The line with the agreements.
 * @csspart agreement-link - The link to one agreement.
 * @csspart checkbox - The box to tick.
 * @csspart submit - The submit button; level 1 only.
 * @csspart custom-control - A link or button of the application's own.
 * @csspart error - What went wrong.
 * @csspart spinner - The turning ring while the token is fetched.
 *
 * @fires {AuthorizeEvent} authorize - The digits are complete and the user agrees; detail: `{digits}`, empty at level 1.
 * @fires {InputCompleteEvent} inputcomplete - The digits are complete and the agreement is ticked.
 * @fires {CancelEvent} cancel - The user has left the screen, or the page has hidden or removed it (`lost`); it is closed by
 *   then.
 * @fires {CustomControlEvent} customcontrol - A control of the application's own was pressed; detail: `{url}`. Cancelable:
 *   `preventDefault()` keeps the page from going there.
 */
export abstract class AuthView extends MovableElement {
  static override properties: PropertyDeclarations = {
    maskPhone: { attribute: 'mask-phone' },
    operator: {},
    authLevel: { attribute: 'auth-level' },
    appName: { attribute: 'app-name' },
    options: {},
    agreements: {},
    pending: { type: Boolean, reflect: true },
    error: {},
    attemptsLeft: { type: Number, attribute: 'attempts-left' },
    open: { type: Boolean, reflect: true },
    manual: { type: Boolean },
    messages: { attribute: false },
  };

  /** The masked number, such as `138****8000`: each `*` is a digit to fill in. */
  declare maskPhone: string;
  /** Whose number it is, and so whose agreement stands first: `CM` (default), `CT` or `CU`. */
  declare operator: string;
  /** `'4'` (default): fill in the hidden digits; `'1'`: no digits, a submit button. */
  declare authLevel: string;
  /** The application's name; may be empty. */
  declare appName: string;
  /** The documented options: an object or its JSON text. What does not pass the checks is left out with a warning. */
  declare options: unknown;
  /** Agreements to show after the carrier's own: an array of `{name, url}`, or its JSON text. */
  declare agreements: unknown;
  /** The token is being fetched: the screen says so, and nothing can be entered or submitted. */
  declare pending: boolean;
  /** A text for the user, such as why the digits were refused. Gone with the next input. */
  declare error: string;
  /** How many tries are left; said beside `error`. 0 (default) says nothing. */
  declare attemptsLeft: number;
  /** Whether the screen is shown. */
  declare open: boolean;
  /** Complete digits and a tick do not fire `authorize` by themselves: the page asks for them with a button of its own. */
  declare manual: boolean;
  /** Texts to use in place of the built-in ones, by key. */
  declare messages: Partial<ScreenTexts> | null;

  /** @internal A login has put the screen where it is, and may put it elsewhere. */
  owned = false;
  /** @internal The options that are not CSS, after their checks. */
  values: ScreenValues = DEFAULTS.values;
  /** @internal Whom the user allows to have the number, where the options do not say it. */
  business = '';
  /** @internal */
  texts: ScreenTexts = screenTexts('zh-CN');
  /** @internal */
  readonly boxes = new DigitsController(this);
  /** @internal */
  notice: Notice;
  readonly #kind: ScreenLook['kind'];
  readonly #dialog: DialogController;
  readonly #guard: LayoutGuard;
  readonly #language = screenLanguage(this);
  readonly #reading: OptionReading;
  /** The element in whose shadow tree the screen stands. */
  #around: Element | undefined;
  #agreed = false;
  /** `inputcomplete` was fired for what is entered now. */
  #completeTold = false;
  /** `authorize` was fired for what is entered now. */
  #authorizeTold = false;

  /** `styles`: the style sheets of the screen. */
  constructor(look: ScreenLook, styles: readonly CSSResult[]) {
    super();
    this.#kind = look.kind;
    this.#reading = optionReading(this, look);
    this.#guard = guardLayout(this, look);
    this.#dialog = dialogController({
      leave: this.dismissed,
      lose: () => {
        this.#leave(true);
      },
      luggage: () => (this.owned && this.open ? { screen: this, look, styles } : undefined),
    });
    this.addController(this.#dialog);
    this.addEventListener('click', handOnClick);
    this.maskPhone = '';
    this.operator = 'CM';
    this.authLevel = '4';
    this.appName = '';
    this.options = null;
    this.agreements = [];
    this.pending = false;
    this.error = '';
    this.attemptsLeft = 0;
    this.open = false;
    this.manual = false;
    this.messages = null;
  }

  /** Whether the screen takes over the whole window. */
  protected abstract get modal(): boolean;
  /** What is on the screen, in its order. */
  protected abstract renderParts(): TemplateResult;

  /** The digits filled in so far; empty at level 1. */
  get digits(): string {
    return this.boxes.text;
  }

  /** Whether the agreement is ticked. */
  get agreed(): boolean {
    return this.#agreed;
  }

  /** Show the screen, empty and with the agreement not ticked. Resolves when it is on the page. */
  async show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
  }

  /** Hide the screen without an event, and forget the digits and the tick. */
  close(): void {
    this.open = false;
    this.#agreed = false;
    this.#reading.close();
    this.#guard.stop();
    this.reset();
    this.#dialog.close();
  }

  override connectedCallback(): void {
    // A login's screen that came with a copy of the page, which was made while the login ran: nobody waits for its answer.
    if (!this.owned && this.hasAttribute('owned')) {
      this.remove();
      return;
    }
    super.connectedCallback();
    this.#around = hostOf(this);
    this.#around?.addEventListener('click', handOnClick);
    this.#reading.forget();
    // Leaving the document has closed the dialog.
    if (this.open) this.requestUpdate('open', false);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#around?.removeEventListener('click', handOnClick);
    queueMicrotask(() => {
      // As a rule it was only moved, and is back by now. A login waits for its screen alone; a page may put its own back later.
      if (!this.isConnected && this.owned) this.#leave(true);
    });
  }

  /** Clear the digits and keep the tick, for another try. */
  reset(): void {
    this.notice = undefined;
    this.#completeTold = false;
    this.#authorizeTold = false;
    this.boxes.clear(this.#field());
  }

  /** Focus what comes first: the digits, or the agreement's checkbox at level 1. */
  override focus(options?: FocusOptions): void {
    (this.#field() ?? this.renderRoot.querySelector<HTMLElement>('[part=checkbox]'))?.focus(options);
  }

  /** @internal Name the business that the user allows to have the number. */
  nameBusiness(name: string): void {
    this.business = cleanText(name);
    this.requestUpdate();
  }

  /** @internal The user has typed, deleted or pasted. */
  digitsChanged(): void {
    this.#input();
    if (this.boxes.complete && !this.#agreed) this.notice = 'agreementMissing';
    this.#advance();
  }

  /** @internal Another number was pasted or filled in. */
  digitsRefused(): void {
    this.notice = 'numberMismatch';
    this.requestUpdate();
  }

  /** @internal The user wants out. */
  readonly dismissed = (): void => {
    this.#leave(false);
  };

  readonly #leave = (lost: boolean): void => {
    if (!this.open) return;
    this.close();
    this.dispatchEvent(new CancelEvent(lost));
  };

  /** @internal There are hidden digits, and they are to be filled in. */
  get digitsAsked(): boolean {
    return Number(this.authLevel) !== 1 && this.boxes.count > 0;
  }

  readonly #field = (): HTMLInputElement | null => {
    return this.renderRoot.querySelector<HTMLInputElement>('.field');
  };

  readonly #ready = (): boolean => {
    return this.#agreed && (!this.digitsAsked || this.boxes.complete);
  };

  /** Whatever the user enters takes the last message away and makes another submission possible. */
  readonly #input = (): void => {
    this.error = '';
    this.notice = undefined;
    this.#authorizeTold = false;
    if (!this.#ready()) this.#completeTold = false;
    this.requestUpdate();
  };

  /** Complete digits and a tick go on by themselves; without digits to fill in, the submit button does. */
  readonly #advance = (): void => {
    if (!this.#ready()) return;
    if (!this.#completeTold) {
      this.#completeTold = true;
      this.dispatchEvent(new InputCompleteEvent());
    }
    if (this.digitsAsked && !this.manual) this.#authorize();
  };

  readonly #authorize = (): void => {
    if (this.pending || this.#authorizeTold || !this.#ready()) return;
    this.#authorizeTold = true;
    this.dispatchEvent(new AuthorizeEvent(this.digitsAsked ? this.digits : ''));
  };

  /** @internal */
  readonly ticked = (event: Event): void => {
    this.#agreed = event.target instanceof HTMLInputElement && event.target.checked;
    this.#input();
    this.#advance();
    if (this.#agreed && !this.#ready()) this.focus();
  };

  /** @internal */
  readonly submitted = (): void => {
    if (this.pending) return;
    if (this.#ready()) {
      this.#advance();
      if (!this.manual || !this.digitsAsked) this.#authorize();
    } else if (!this.#agreed && (!this.digitsAsked || this.boxes.complete)) {
      this.notice = 'agreementMissing';
      this.requestUpdate();
      this.renderRoot.querySelector<HTMLElement>('[part=checkbox]')?.focus();
    }
  };

  /** A screen never shows without its options. Where nothing has to be waited for, the update is not put off. */
  protected override scheduleUpdate(): Promise<void> | undefined {
    const update = () => void super.scheduleUpdate();
    if (this.#reading.isAhead(this.options, this.open)) return this.#reading.prepare(this.open).then(update);
    update();
    return undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Options may stand in the page's style sheets too, so they are read anew for every showing.
    if (changed.has('options') || (changed.has('open') && this.open)) {
      this.values = this.#reading.read(this.options, this.open);
    }
    if (changed.has('maskPhone')) {
      const mask = cleanMask(this.maskPhone);
      if (mask !== this.boxes.mask) {
        this.boxes.mask = mask;
        this.reset();
      }
    }
    if (changed.has('open') && !this.open) this.close();
    if (!this.pending && (changed.has('pending') || (changed.has('error') && this.error))) {
      this.#authorizeTold = false;
    }
    this.texts = this.#language.texts(this.messages);
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Typing changes no property, and nothing of the layout. Not at once: giving the focus moves the caret, which
    // asks for another update.
    if (this.open && changed.size) {
      queueMicrotask(() => {
        this.#present(changed.has('open'));
      });
    }
  }

  /** Bring what was rendered before the user: as a dialog or in the page, every part in its place. */
  readonly #present = (opened: boolean): void => {
    const screen = this.renderRoot.querySelector<HTMLElement>('.screen');
    const dialog = this.renderRoot.querySelector('dialog');
    if (!this.open || !this.isConnected || !screen) return;
    if (!this.#dialog.show(dialog, screen)) return;
    if (!dialog) screen.style.zoom = String(shrinkage(this));
    dressControls(screen, this.values.controls);
    this.boxes.mirror(this.#field());
    this.#guard.check(screen);
    if (opened) this.focus({ preventScroll: !dialog });
  };

  protected override render(): TemplateResult {
    const name = this.values.title || this.texts.title;
    const level = this.digitsAsked ? '4' : '1';
    const screen = html`<div
      class="screen ${this.#kind} level-${level}"
      part=${this.#kind}
      role=${this.modal ? nothing : 'region'}
      aria-label=${this.modal ? nothing : name}
      aria-busy=${this.pending ? 'true' : nothing}
      lang=${this.#language.tag}
    >
      ${this.renderParts()}
    </div>`;
    return this.modal
      ? html`<dialog role="dialog" aria-modal="true" aria-label=${name}>
          <div class="mask" part="mask"></div>
          ${screen}
        </dialog>`
      : html`<section>${screen}</section>`;
  }
}
