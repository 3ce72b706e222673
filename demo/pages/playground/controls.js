import { html } from '../site/build.js';
import { say } from '../site/language.js';

/**
 * A control for one type of value. Each gets `{id, value, label, standard, change}` and calls `change` with the text of the
 * option, empty for the default; `standard` is what holds then.
 *
 * @typedef {{id: string, value: string, label: string, standard: string, change(text: string): void}} Control
 */

/** What a field says while the option is not set: its default, in CSS's words where there is no value. */
const shownDefault = (standard) => standard || say('默认', 'default');

const words =
  (...choices) =>
  ({ id, value, standard, change }) =>
    html(
      'select',
      { id, oninput: ({ target }) => change(target.value) },
      html('option', { value: '' }, say(`默认：${standard}`, `default: ${standard}`)),
      choices.map((choice) => html('option', { value: choice, selected: choice === value }, choice)),
    );

/** `example` says how a value is written, where the default is none. */
const text =
  (example = '') =>
  ({ id, value, standard, change }) =>
    html('input', {
      id,
      value,
      placeholder: standard && standard !== 'none' ? standard : example,
      spellcheck: 'false',
      oninput: ({ target }) => change(target.value),
    });

const brush = document.createElement('canvas').getContext('2d');

/** Any opaque CSS colour as the six digits that a colour field takes; undefined for what is none, such as `inherit`. */
const sixDigits = (color) => {
  if (!color || !CSS.supports('color', color) || /^(inherit|initial|unset|revert)/.test(color))
    return undefined;
  brush.fillStyle = color;
  return /^#[\da-f]{6}$/.test(brush.fillStyle) ? brush.fillStyle : undefined;
};

/** A colour by eye, or any CSS colour by name. The eye shows what holds: the value, or the default. */
const color = ({ id, value, label, standard, change }) => {
  const eye = html('input', {
    type: 'color',
    'aria-label': say(`${label}：取色`, `${label}: pick`),
    oninput: () => {
      name.value = eye.value;
      show();
      change(eye.value);
    },
  });
  const name = html('input', {
    id,
    value,
    placeholder: shownDefault(standard),
    spellcheck: 'false',
    oninput: () => {
      show();
      change(name.value);
    },
  });
  const show = () => {
    const seen = sixDigits(name.value.trim() || standard);
    eye.classList.toggle('none', !seen);
    eye.value = seen ?? '#ffffff';
  };
  show();
  return html('span', { class: 'pair' }, eye, name);
};

const LENGTH = /^\s*(-?[\d.]+)\s*(px|%|rem|em|vw|vh)?\s*$/;

/** A number with its unit; `center` where it is allowed. */
const length =
  (...more) =>
  ({ id, value, label, standard, change }) => {
    const [, usual = standard, usualUnit = 'px'] = LENGTH.exec(standard) ?? [];
    const [, amount = '', unit = usualUnit] = LENGTH.exec(value) ?? [];
    const number = html('input', {
      id,
      type: 'number',
      step: 'any',
      value: amount,
      placeholder: shownDefault(usual),
    });
    const units = html(
      'select',
      { 'aria-label': say(`${label}：单位`, `${label}: unit`) },
      [...new Set(['px', '%', 'rem', usualUnit, ...more])].map((one) =>
        html('option', { selected: one === (more.includes(value) ? value : unit) }, one),
      ),
    );
    const tell = () => {
      const word = more.includes(units.value);
      number.disabled = word;
      change(word ? units.value : number.value && number.value + units.value);
    };
    number.disabled = more.includes(value);
    return html('span', { class: 'pair', oninput: tell }, number, units);
  };

const ratio = ({ id, value, standard, change }) => {
  const shown = html('output', { for: id }, value || shownDefault(standard));
  const range = html('input', {
    id,
    type: 'range',
    min: 0,
    max: 1,
    step: 0.05,
    value: value || standard,
    oninput: () => {
      shown.textContent = range.value;
      change(range.value);
    },
  });
  return html('span', { class: 'pair' }, range, shown);
};

const listIn = (value) => {
  try {
    const list = JSON.parse(value || '[]');
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
};

/** Agreements: a row of name and address each. */
const agreements = ({ id, value, label, change }) => {
  const rows = html('span', { class: 'agreements' });
  const tell = () => {
    const list = [...rows.children].map((row) => {
      const [name, url] = row.querySelectorAll('input');
      return { name: name.value, url: url.value };
    });
    const kept = list.filter(({ name, url }) => name || url);
    change(kept.length ? JSON.stringify(kept) : '');
  };
  const add = ({ name = '', url = '' } = {}) => {
    const row = html(
      'span',
      { class: 'agreement' },
      html('input', {
        value: name,
        'aria-label': say(`${label}：名称`, `${label}: name`),
        placeholder: say('名称', 'name'),
      }),
      html('input', {
        value: url,
        'aria-label': say(`${label}：地址`, `${label}: address`),
        placeholder: 'https://',
      }),
      html(
        'button',
        {
          type: 'button',
          class: 'button',
          'aria-label': say('删除', 'Remove'),
          onclick: () => {
            row.remove();
            tell();
          },
        },
        '×',
      ),
    );
    rows.append(row);
  };
  for (const entry of listIn(value)) add(entry);
  return html(
    'span',
    { class: 'stack', oninput: tell },
    rows,
    html(
      'button',
      { id, type: 'button', class: 'button', onclick: () => add() },
      say('＋ 加一个协议', '+ Add an agreement'),
    ),
  );
};

/** @type {Record<string, (control: Control) => HTMLElement>} */
const CONTROLS = {
  length: length(),
  radius: length(),
  edge: length(),
  offset: length(),
  place: length('center'),
  color,
  ink: color,
  ratio,
  agreements,
  align: words('left', 'center', 'right'),
  line: words('none', 'underline'),
  weight: words('300', '400', '500', '600', '700'),
  flag: words('true', 'false'),
  border: text('1px solid #fff'),
  font: text('PingFang SC'),
  image: text('https:// · data:image/…'),
  link: text('https://'),
  number: ({ id, value, standard, change }) =>
    html('input', {
      ...{ id, type: 'number', min: 0, value, placeholder: standard },
      oninput: ({ target }) => change(target.value),
    }),
  boolean: ({ id, value, change }) =>
    html('input', {
      id,
      type: 'checkbox',
      checked: value === 'true',
      oninput: ({ target }) => change(target.checked ? 'true' : ''),
    }),
};

/** The control for a type; a plain text field for what has none. */
export const controlFor = (type) => CONTROLS[type] ?? text();
export const choiceOf = words;
