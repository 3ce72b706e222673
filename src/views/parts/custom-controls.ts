import { html, type TemplateResult } from 'lit';
import type { CustomControl } from '../../options/types.js';
import type { PartsOwner } from './parts-owner.js';
import { CustomControlEvent } from '../view-events.js';

/** The application's own links on the screen; one without an address is a button that only fires its event. */
export function customControls(screen: PartsOwner): TemplateResult {
  const controls = screen.values.controls.map(({ name, url }) => {
    const pressed = (event: Event) => {
      if (!screen.dispatchEvent(new CustomControlEvent(url ?? ''))) event.preventDefault();
    };
    return url
      ? html`<a class="custom" part="custom-control" href=${url} @click=${pressed}>${name}</a>`
      : html`<button class="custom" part="custom-control" type="button" @click=${pressed}>${name}</button>`;
  });
  return html`<div class="customs">${controls}</div>`;
}

/** Set the controls' own custom properties on them, as the screen's are set on the element. */
export function dressControls(screen: HTMLElement, controls: readonly CustomControl[]): void {
  for (const [index, element] of screen.querySelectorAll<HTMLElement>('.custom').entries()) {
    element.removeAttribute('style');
    for (const [name, value] of controls[index]?.properties ?? []) element.style.setProperty(name, value);
  }
}
