import { html, type TemplateResult } from 'lit';
import type { PartsOwner } from './parts-owner.js';
import { picture } from './picture.js';

/** The button that leaves the screen: a drawn cross or arrow, or an image in its place. */
export const leaveButton = (
  name: 'close' | 'back',
  image: string | undefined,
  { texts, dismissed }: PartsOwner,
): TemplateResult =>
  html`<button class=${name} part=${name} type="button" aria-label=${texts[name]} @click=${dismissed}>
    ${picture(image)}<span class="drawn"></span>
  </button>`;
