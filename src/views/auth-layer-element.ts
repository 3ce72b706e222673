import {
  html,
  nothing,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { LayerOptions } from '../options/option-objects.js';
import { agreementLine } from './parts/agreement-line.js';
import { layerStyles } from './styles/auth-layer-styles.js';
import { AuthView } from './auth-view.js';
import type { ScreenLook } from './screen-look.js';
import { customControls } from './parts/custom-controls.js';
import { leaveButton } from './parts/leave-button.js';
import { numberRow } from './digits/number-row.js';
import { partStyles } from './styles/part-styles.js';
import { statusLine } from './parts/status-line.js';
import { submitButton } from './parts/submit-button.js';
import { titleLine } from './parts/title-line.js';
import { viewStyles } from './styles/view-styles.js';

export const LAYER_LOOK: ScreenLook = {
  kind: 'layer',
  parts: {
    custom: 'custom-control',
    close: 'close-btn',
    error: 'err-tip',
    phone: 'phone',
    submit: 'submit-btn',
    agreement: 'agree',
  },
  styled: [
    'mask-if-show-mask',
    'agree-agree-arr',
    'agree-checked-image',
    'close-btn-if-show-btn',
    'close-btn-btn-image',
    'custom-control-if-show',
    'custom-control-url',
    'custom-control-name',
    'submit-btn-name',
  ],
};

/**
 * The authorization screen as a popup: in place, or over the page with a mask behind it.
 *
 * It shows the masked number, takes the digits that it hides and the user's consent, and fires `authorize` with them.
 * `<ydrz-login>` uses it; alone it serves a page that runs the rest of a login itself.
 *
 * @element ydrz-auth-layer
 *
 * @csspart layer - The popup.
 * @csspart mask - What lies between the page and a popup with a mask.
 * @csspart close - The button that leaves the popup.
 */
export class YdrzAuthLayerElement extends AuthView {
  static override styles: CSSResult[] = [viewStyles, partStyles, layerStyles];
  static override properties: PropertyDeclarations = { masked: { type: Boolean, reflect: true } };

  /** The documented options: an object, or its JSON text. What does not pass the checks is left out with a warning. */
  declare options: LayerOptions | string | null;
  /** The layer floats over the page, with a mask behind it, as a modal dialog. Set by `maskStyle.ifShowMask` too. */
  declare masked: boolean;
  #maskedByOption = false;

  constructor() {
    // Not by the class's name: esbuild keeps a second variable for a class that names itself inside.
    super(LAYER_LOOK, new.target.styles);
    this.masked = false;
  }

  protected override get modal(): boolean {
    return this.masked;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = this.values;
    super.willUpdate(changed);
    if (this.values === before) return;
    const { masked, standard } = this.values;
    if (masked || standard) this.masked = true;
    else if (this.#maskedByOption) this.masked = false;
    this.#maskedByOption = masked || standard;
  }

  protected override renderParts(): TemplateResult {
    const { standard, title, closeShown, closeImage } = this.values;
    return html`
      ${titleLine(title ?? (standard ? this.texts.title : ''))} ${numberRow(this)} ${statusLine(this)}
      ${submitButton(this)} ${agreementLine(this)} ${customControls(this)}
      ${closeShown ? leaveButton('close', closeImage, this) : nothing}
    `;
  }
}
