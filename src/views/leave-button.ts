import { html, type TemplateResult } from 'lit';
import { picture } from './picture.js';

/** The button that leaves the screen: a drawn cross or arrow, or an image in its place. */
export const leaveButton = (
  name: 'close' | 'back',
  label: string,
  image: string | undefined,
  leave: () => void,
): TemplateResult =>
  html`<button class=${name} part=${name} type="button" aria-label=${label} @click=${leave}>
    ${picture(image)}<span class="drawn"></span>
  </button>`;
