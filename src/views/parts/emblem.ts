import { html } from 'lit';

/** The page's logo where the application has set none: a phone with a tick. */
export const EMBLEM = html`<svg class="logo" part="logo" viewBox="0 0 84 88" aria-hidden="true">
  <rect x="2" y="4" width="80" height="80" rx="22" fill="var(--_accent)" />
  <path d="M2 62c24 4 58-8 80-34v34a22 22 0 0 1-22 22H24A22 22 0 0 1 2 62z" fill="#fff" opacity=".14" />
  <rect x="28" y="20" width="28" height="48" rx="6" fill="none" stroke="#fff" stroke-width="3.5" />
  <path
    d="M39 61h6M35.5 42l5 5 8.5-10"
    fill="none"
    stroke="#fff"
    stroke-width="3.5"
    stroke-linecap="round"
    stroke-linejoin="round"
  />
</svg>`;
