import { html, nothing, type TemplateResult } from 'lit';
import { cleanSentence } from '../../options/check-text.js';
import { fillIn } from '../../locale/screen-texts.js';
import type { PartsOwner } from './parts-owner.js';

export const SPINNER = html`<span class="spinner" part="spinner"></span>`;

/** What went wrong; nothing as a rule. */
function problem({ texts, error, attemptsLeft, notice }: PartsOwner): string {
  const tries = attemptsLeft > 0 ? ` ${fillIn(texts.triesLeft, { count: attemptsLeft })}` : '';
  return error ? error + tries : notice ? texts[notice] : '';
}

/** What to do next, what went wrong, or that the token is being fetched; and, for screen readers, the digit's place. */
export function statusLine(screen: PartsOwner): TemplateResult {
  const { boxes, digitsAsked, pending, texts } = screen;
  const { count, active, complete } = boxes;
  // Cut at a length that no sentence has: laying out a text of any length could hold the page up for seconds.
  const message = pending ? '' : cleanSentence(problem(screen));
  const place = complete ? texts.digitsComplete : texts.digitPosition;
  const spoken = pending ? texts.pending : active >= 0 ? fillIn(place, { count, index: active + 1 }) : '';
  const tip = pending ? html`${SPINNER}${texts.pending}` : fillIn(texts.tip, { count });
  return html`<div class="status">
    ${digitsAsked && !message ? html`<p class="tip" part="tip" id="tip">${tip}</p>` : nothing}
    <p class="error" part="error" id="error" role="alert">${message}</p>
    <p class="spoken" role="status">${spoken}</p>
  </div>`;
}
