import { html, nothing, type TemplateResult } from 'lit';

/** The title, and its place where there is none. */
export const titleLine = (title: string): TemplateResult =>
  html`<div class="head">${title ? html`<h2 class="title" part="title">${title}</h2>` : nothing}</div>`;
