import { html, nothing, type TemplateResult } from 'lit';
import { fillIn } from '../locale/screen-texts.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import type { DigitsController } from './digits-controller.js';
import { maskPieces } from './masked-number.js';

/** What the number row shows. */
export interface NumberRow {
  digits: DigitsController;
  /** The hidden digits are asked for (level 4), with boxes and a field over them. */
  asked: boolean;
  locked: boolean;
  invalid: boolean;
  texts: ScreenTexts;
  onKeydown: (event: KeyboardEvent) => void;
}

function box(digits: DigitsController, index: number): TemplateResult {
  const state = index === digits.active ? 'digit active' : 'digit';
  return html`<span class=${state} part="digit">${digits.text[index] ?? ''}</span>`;
}

/** The field is transparent and lies over the whole row; the boxes mirror it. */
function field({ digits, locked, invalid, texts, onKeydown }: NumberRow): TemplateResult {
  return html`<input
    class="field"
    inputmode="numeric"
    autocomplete="tel-national"
    enterkeyhint="done"
    aria-label=${fillIn(texts.digitsLabel, { phone: digits.mask, count: digits.count })}
    aria-describedby="error tip"
    aria-invalid=${invalid ? 'true' : nothing}
    ?readonly=${locked}
    @input=${digits}
    @paste=${digits}
    @compositionstart=${digits}
    @compositionend=${digits}
    @click=${digits}
    @focus=${digits}
    @blur=${digits}
    @keyup=${digits}
    @selectionchange=${digits}
    @keydown=${onKeydown}
  />`;
}

/** The masked number, with digit boxes where digits are asked for. Numbers run left to right in every language. */
export function numberRow(row: NumberRow): TemplateResult {
  const { digits, asked } = row;
  if (!asked) {
    return html`<div class="number"><div class="phone" part="phone" dir="ltr">${digits.mask}</div></div>`;
  }
  let index = 0;
  const pieces = maskPieces(digits.mask).map((piece) =>
    piece === '*' ? box(digits, index++) : html`<span>${piece}</span>`,
  );
  return html`<div class="number">
    <div class="phone" part="phone" dir="ltr">
      <span class="pieces" aria-hidden="true">${pieces}</span>${field(row)}
    </div>
  </div>`;
}
