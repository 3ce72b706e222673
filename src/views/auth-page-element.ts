import { html, type CSSResult, type TemplateResult } from 'lit';
import { cleanText } from '../options/check-text.js';
import type { PageOptions } from '../options/option-objects.js';
import { agreementLine } from './parts/agreement-line.js';
import { pageStyles } from './styles/auth-page-styles.js';
import { AuthView } from './auth-view.js';
import type { ScreenLook } from './screen-look.js';
import { customControls } from './parts/custom-controls.js';
import { EMBLEM } from './parts/emblem.js';
import { leaveButton } from './parts/leave-button.js';
import { numberRow } from './digits/number-row.js';
import { partStyles } from './styles/part-styles.js';
import { statusLine } from './parts/status-line.js';
import { submitButton } from './parts/submit-button.js';
import { titleLine } from './parts/title-line.js';
import { viewStyles } from './styles/view-styles.js';

export const PAGE_LOOK: ScreenLook = {
  kind: 'page',
  parts: {
    custom: 'custom-control',
    logo: 'logo',
    title: 'title',
    'auth-text': 'auth-text',
    tip: 'tip',
    back: 'return-btn',
    phone: 'phone-num',
    submit: 'submit-btn',
    agreement: 'agree',
  },
  styled: [
    'title-name',
    'logo-url',
    'agree-checked-button-url',
    'agree-checked-button-uncheck-url',
    'agree-checked-button-checked-url',
    'agree-href-agree-arr',
    'custom-control-if-show',
    'custom-control-url',
    'custom-control-name',
    'return-btn-url',
    'submit-btn-name',
  ],
};

/**
 * The authorization screen as a page of its own, over the whole window.
 *
 * It shows the masked number, takes the digits that it hides and the user's consent, and fires `authorize` with them.
 * `<ydrz-login>` uses it; alone it serves a page that runs the rest of a login itself.
 *
 * @element ydrz-auth-page
 *
 * @csspart page - The whole screen.
 * @csspart mask - What lies behind the screen; not seen as a rule.
 * @csspart logo - The application's logo, where an option names one.
 * @csspart auth-text - The sentence that says who asks.
 * @csspart app-name - The application's name in it.
 * @csspart back - The button that leaves the screen.
 */
export class YdrzAuthPageElement extends AuthView {
  static override styles: CSSResult[] = [viewStyles, partStyles, pageStyles];

  /** The documented options: an object, or its JSON text. What does not pass the checks is left out with a warning. */
  declare options: PageOptions | string | null;

  constructor() {
    // Not by the class's name: esbuild keeps a second variable for a class that names itself inside.
    super(PAGE_LOOK, new.target.styles);
  }

  protected override get modal(): boolean {
    return true;
  }

  protected override renderParts(): TemplateResult {
    const { title = this.texts.title, backImage, logoImage } = this.values;
    return html`
      ${leaveButton('back', backImage, this)} ${titleLine(title)}
      <div class="picture">
        ${logoImage ? html`<img class="logo" part="logo" src=${logoImage} alt="" />` : EMBLEM}
      </div>
      ${numberRow(this)} ${this.#authText()} ${statusLine(this)} ${submitButton(this)} ${agreementLine(this)}
      ${customControls(this)}
    `;
  }

  /** Who asks, with the application's name marked. */
  readonly #authText = (): TemplateResult => {
    const { authText, authTextUnnamed } = this.texts;
    const [before = '', after = ''] = authText.split('{app}');
    const name = cleanText(this.appName);
    return html`<div class="who">
      <p class="auth-text" part="auth-text">
        ${name ? html`${before}<bdi class="app-name" part="app-name">${name}</bdi>${after}` : authTextUnnamed}
      </p>
    </div>`;
  };
}
