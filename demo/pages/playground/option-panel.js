import { html } from '../site/build.js';
import { describe } from '../reference/descriptions.js';
import { withCode } from '../reference/table.js';
import { language, say } from '../site/language.js';
import { choiceOf, controlFor } from './controls.js';

const GROUPS_OPEN = new Set(['layerStyle', 'phoneStyle', 'phoneNumStyle']);

const wordsOf = (row) => (language === 'en' ? row.en : row.zh) ?? row.option;

/** The meaning without its group's name, which stands above. */
const short = (row) => wordsOf(row).replace(/^[^：:]+[：:]\s*/, '');
const groupWords = (rows) => wordsOf(rows[0]).replace(/[：:].*$/s, '');

const field = ({ id, label, name, reference, control }) =>
  html(
    'div',
    { class: 'field' },
    html(
      'span',
      { class: 'field-head' },
      html('label', { for: id }, label),
      name && referenceLink(name, reference),
    ),
    control,
  );

/** To the option's row in the reference; its name is the link. */
const referenceLink = (name, address) =>
  html(
    'a',
    { href: address, 'aria-label': say(`${name}：参数说明`, `${name}: in the reference`) },
    html('code', {}, name),
  );

/** The default in the site's language, where it is a text. */
const standardOf = ({ default: standard = '', defaultText }) =>
  (language === 'en' ? defaultText?.en : defaultText?.zh) ?? standard;

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
 * @param {{screen: string, onChange(): void, show?: string | undefined}} more `show` opens the group of an option
 */
export const optionPanel = (rows, options, { screen, onChange, show }) => {
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
          const control = controlFor(row.type)({
            ...{ id, label, change, standard: standardOf(row) },
            value: options.get(row.option) ?? '',
          });
          const name = row.option.split('.').at(-1);
          return field({ id, label, name, control, reference: `options.html#${screen}-${row.option}` });
        }),
      ),
    );
  });
};

/** A default as an attribute has it: `'none'` without its quotes. */
const bare = (text = '') => text.replace(/^'(.*)'$/s, '$1');

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
          standard: bare(row.default),
          change,
        });
        return html(
          'div',
          { class: 'field' },
          html('span', { class: 'field-head' }, html('label', { for: id }, html('code', {}, row.name))),
          html('small', {}, withCode(describe(row.description))),
          control,
        );
      }),
    ),
  );
