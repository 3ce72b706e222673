import { html, nothing, type TemplateResult } from 'lit';
import { cleanSentence } from '../options/check-text.js';
import { fillIn } from '../locale/screen-texts.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import type { DigitsController } from './digits-controller.js';

export const SPINNER = html`<span class="spinner" part="spinner"></span>`;

/** What the status line tells. */
export interface StatusLine {
  digits: DigitsController;
  /** The hidden digits are asked for (level 4). */
  asked: boolean;
  /** The token is being fetched. */
  pending: boolean;
  /** What went wrong; nothing as a rule. */
  message: string | undefined;
  texts: ScreenTexts;
}

/** What to do next, what went wrong, or that the token is being fetched; and, for screen readers, the digit's place. */
export function statusLine({ digits, asked, pending, texts, ...told }: StatusLine): TemplateResult {
  // Longer than any sentence; laying out a text of any length could hold the page up for seconds.
  const message = cleanSentence(told.message ?? '');
  const { count, active, complete } = digits;
  const place = complete ? texts.digitsComplete : texts.digitPosition;
  const spoken = pending ? texts.pending : active >= 0 ? fillIn(place, { count, index: active + 1 }) : '';
  const tip = pending ? html`${SPINNER}${texts.pending}` : fillIn(texts.tip, { count });
  return html`<div class="status">
    ${asked && !message ? html`<p class="tip" part="tip" id="tip">${tip}</p>` : nothing}
    <p class="error" part="error" id="error" role="alert">${message}</p>
    <p class="spoken" role="status">${spoken}</p>
  </div>`;
}
