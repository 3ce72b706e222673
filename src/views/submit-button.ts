import { html, nothing, type TemplateResult } from 'lit';
import type { ScreenTexts } from '../locale/zh-cn.js';
import { SPINNER } from './status-line.js';

/** What the submit button shows. */
export interface SubmitButton {
  text: string;
  /** The token is being fetched. The button keeps the focus, so it is not disabled. */
  pending: boolean;
  texts: ScreenTexts;
  onClick: () => void;
}

/** The submit button of level 1. */
export function submitButton({ text, pending, texts, onClick }: SubmitButton): TemplateResult {
  return html`<div class="go">
    <button
      class="submit"
      part="submit"
      type="button"
      aria-disabled=${pending ? 'true' : nothing}
      @click=${onClick}
    >
      ${pending ? SPINNER : nothing}${pending ? texts.pending : text}
    </button>
  </div>`;
}
