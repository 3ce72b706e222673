import { html, nothing, type TemplateResult } from 'lit';
import { fillIn } from '../../locale/screen-texts.js';
import type { DigitsController } from './digits-controller.js';
import { maskPieces } from './masked-number.js';
import type { PartsOwner } from '../parts/parts-owner.js';

function box({ active, text }: DigitsController, index: number): TemplateResult {
  const look = index === active ? 'digit active' : 'digit';
  return html`<span class=${look} part="digit">${text[index] ?? ''}</span>`;
}

/** The field is transparent and lies over the whole row; the boxes mirror it. */
function field({ boxes, pending, error, texts, submitted }: PartsOwner): TemplateResult {
  return html`<input
    class="field"
    inputmode="numeric"
    autocomplete="tel-national"
    enterkeyhint="done"
    aria-label=${fillIn(texts.digitsLabel, { phone: boxes.mask, count: boxes.count })}
    aria-describedby="error tip"
    aria-invalid=${error ? 'true' : nothing}
    ?readonly=${pending}
    @input=${boxes}
    @paste=${boxes}
    @compositionstart=${boxes}
    @compositionend=${boxes}
    @click=${boxes}
    @focus=${boxes}
    @blur=${boxes}
    @keyup=${boxes}
    @selectionchange=${boxes}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.isComposing) submitted();
    }}
  />`;
}

/** The masked number, with digit boxes where digits are asked for. Numbers run left to right in every language. */
export function numberRow(screen: PartsOwner): TemplateResult {
  const { boxes, digitsAsked } = screen;
  let index = 0;
  const pieces = maskPieces(boxes.mask).map((piece) =>
    piece === '*' ? box(boxes, index++) : html`<span>${piece}</span>`,
  );
  return html`<div class="number">
    <div class="phone" part="phone" dir="ltr">
      ${
        digitsAsked
          ? html`<span class="pieces" aria-hidden="true">${pieces}</span>${field(screen)}`
          : boxes.mask
      }
    </div>
  </div>`;
}
