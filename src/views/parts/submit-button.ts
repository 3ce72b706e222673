import { html, nothing, type TemplateResult } from 'lit';
import type { PartsOwner } from './parts-owner.js';
import { SPINNER } from './status-line.js';

/** The submit button; level 1 only. */
export function submitButton(screen: PartsOwner): TemplateResult | typeof nothing {
  const { digitsAsked, pending, texts, values, submitted } = screen;
  if (digitsAsked) return nothing;
  return html`<div class="go">
    <button
      class="submit"
      part="submit"
      type="button"
      aria-disabled=${pending ? 'true' : nothing}
      @click=${submitted}
    >
      ${pending ? html`${SPINNER}${texts.pending}` : values.submitText || texts.submit}
    </button>
  </div>`;
}
