import { html, nothing, type TemplateResult } from 'lit';

function settled({ target, type }: Event): void {
  if (target instanceof Element) target.toggleAttribute('loaded', type === 'load');
}

/**
 * An image that an option puts in place of what the screen draws itself: the sibling behind it, which the style sheets
 * hide only once the image is there. An address that leads nowhere hides nothing.
 */
export const picture = (address: string | undefined): TemplateResult | typeof nothing =>
  address ? html`<img src=${address} alt="" @load=${settled} @error=${settled} />` : nothing;
