import { html } from './build.js';
import { say } from './language.js';
import { tabs } from './tabs.js';

const copyButton = (code) =>
  html(
    'button',
    {
      class: 'button',
      type: 'button',
      async onclick({ currentTarget }) {
        await navigator.clipboard.writeText(code);
        currentTarget.textContent = say('已复制', 'Copied');
      },
    },
    say('复制', 'Copy'),
  );

/** A command, or another line to be typed. */
export const command = (text) => html('pre', { class: 'command', tabindex: 0 }, html('code', {}, text));

/**
 * A whole file of the repository.
 *
 * @param {{path: string, code: string}} file
 */
export const sourceFile = ({ path, code }) =>
  html(
    'figure',
    {},
    html('figcaption', {}, html('code', {}, path), copyButton(code)),
    html('pre', { tabindex: 0 }, html('code', {}, code)),
  );

/**
 * Files to choose from by tabs; the chosen tab is in the address as `?in=`.
 *
 * @param {HTMLElement} place
 * @param {string} label
 * @param {{id: string, name: string, panel: () => Node}[]} entries
 */
export const chooseFiles = (place, label, entries) => {
  const address = new URL(location.href);
  place.append(
    ...tabs(entries, {
      label,
      chosen: address.searchParams.get('in') ?? entries[0].id,
      onChoose(id) {
        address.searchParams.set('in', id);
        history.replaceState(null, '', address);
      },
    }),
  );
};
