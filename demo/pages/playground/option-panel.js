import { html } from '../site/build.js';
import { language, say } from '../site/language.js';
import { choiceOf, controlFor } from './controls.js';

const GROUPS_OPEN = new Set(['layerStyle', 'phoneStyle', 'phoneNumStyle']);

const wordsOf = (row) => (language === 'en' ? row.en : row.zh) ?? row.option;

/** The meaning without its group's name, which stands above. */
const short = (row) => wordsOf(row).replace(/^[^：:]+[：:]\s*/, '');
const groupWords = (rows) => wordsOf(rows[0]).replace(/[：:].*$/s, '');

const field = ({ id, label, name, control }) =>
  html('div', { class: 'field' }, html('label', { for: id }, label, html('code', {}, name)), control);

/** How many of a group's options are set, beside its name. */
const counter = (rows, options) => {
  const set = rows.filter(({ option }) => options.has(option)).length;
  return set ? String(set) : '';
};

/**
 * Every option of a screen, by group.
 *
 * @param {{option: string, type: string, en?: string, zh?: string}[]} rows
 * @param {Map<string, string>} options what is set
 * @param {{onChange(): void, show?: string | undefined}} more `show` opens the group of an option
 */
export const optionPanel = (rows, options, { onChange, show }) => {
  const groups = Map.groupBy
    ? Map.groupBy(rows, ({ option }) => option.split('.').slice(0, -1).join('.'))
    : rows.reduce((map, row) => {
        const group = row.option.split('.').slice(0, -1).join('.');
        return map.set(group, [...(map.get(group) ?? []), row]);
      }, new Map());
  return [...groups].map(([group, own]) => {
    const count = html('span', { class: 'count' }, counter(own, options));
    return html(
      'details',
      {
        class: 'card',
        open: GROUPS_OPEN.has(group) || own.some(({ option }) => option === show || options.has(option)),
      },
      html('summary', {}, html('b', {}, groupWords(own)), ' ', html('code', {}, group || 'bgColor'), count),
      html(
        'div',
        { class: 'fields' },
        own.map((row) => {
          const id = `option-${row.option.replaceAll('.', '-')}`;
          const label = short(row);
          const change = (text) => {
            if (text.trim()) options.set(row.option, text);
            else options.delete(row.option);
            count.textContent = counter(own, options);
            onChange();
          };
          const control = controlFor(row.type)({ id, value: options.get(row.option) ?? '', label, change });
          return field({ id, label, name: row.option.split('.').at(-1), control });
        }),
      ),
    );
  });
};

const WORDS = /^'([\w-]*)'(\s*\|\s*'([\w-]*)')+$/;

const attributeControl = ({ type = {} }) => {
  const text = type.text ?? 'string';
  if (WORDS.test(text)) return choiceOf(...text.split('|').map((one) => one.trim().slice(1, -1)));
  return controlFor(text);
};

/** The element's own attributes, from the manifest. */
export const attributePanel = (rows, attributes, onChange) =>
  html(
    'details',
    { class: 'card' },
    html('summary', {}, html('b', {}, say('组件属性', 'Attributes')), ' ', html('code', {}, 'ydrz-login')),
    html(
      'div',
      { class: 'fields' },
      rows.map((row) => {
        const id = `attribute-${row.name}`;
        const change = (text) => {
          if (text) attributes.set(row.name, text);
          else attributes.delete(row.name);
          onChange();
        };
        const control = attributeControl(row)({
          id,
          value: attributes.get(row.name) ?? '',
          label: row.name,
          change,
        });
        return html(
          'div',
          { class: 'field' },
          html(
            'label',
            { for: id },
            html('code', {}, row.name),
            html('small', { lang: 'en' }, row.description),
          ),
          control,
        );
      }),
    ),
  );
