import { html } from '../site/build.js';

/** The sentence with `…` in it set as code. */
export const withCode = (text = '') =>
  text.split('`').map((piece, index) => (index % 2 ? html('code', {}, piece) : piece));

/**
 * @param {string} name what the table lists, for screen readers
 * @param {string[]} heads
 * @param {unknown[][][]} rows contents of cells
 * @param {string[]} ids of the rows, to link to
 */
export const table = (name, heads, rows, ids = []) =>
  html(
    'div',
    { class: 'table', role: 'region', 'aria-label': name, tabindex: 0 },
    html(
      'table',
      { role: 'table' },
      html(
        'thead',
        { role: 'rowgroup' },
        html(
          'tr',
          { role: 'row' },
          heads.map((head) => html('th', { role: 'columnheader', scope: 'col' }, head)),
        ),
      ),
      html(
        'tbody',
        { role: 'rowgroup' },
        rows.map((cells, row) =>
          html(
            'tr',
            { role: 'row', id: ids[row] },
            cells.map((cell, index) => html('td', { role: 'cell', 'data-head': heads[index] }, cell)),
          ),
        ),
      ),
    ),
  );
