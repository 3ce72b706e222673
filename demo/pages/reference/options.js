import { html } from '../site/build.js';
import { language, say } from '../site/language.js';
import { readJson } from '../site/settings.js';
import { TYPES } from './types.js';
import { table } from './table.js';

const SCREENS = [
  { key: 'layer', type: '2', name: say('自定义弹窗', 'Custom popup'), tag: 'ydrz-auth-layer' },
  { key: 'page', type: '3', name: say('自定义页面', 'Custom page'), tag: 'ydrz-auth-page' },
];

const options = await readJson('generated/options.json');
const meaning = (row) => (language === 'en' ? row.en : row.zh);
const try_ = ({ type }, { option }) =>
  html('a', { href: `playground.html#type=${type}&show=${option}` }, html('code', {}, option));

/** A text as it stands on the screen, or a value as CSS writes it. */
const defaultOf = ({ default: value, defaultText }) =>
  (language === 'en' ? defaultText?.en : defaultText?.zh) ?? (value ? html('code', {}, value) : '');

const rowOf = (screen) => (row) => [
  try_(screen, row),
  meaning(row),
  TYPES[row.type] ?? row.type,
  defaultOf(row),
  html('code', {}, row.property),
];

const inGroup = (rows, group) =>
  rows.filter(({ option }) => (option.includes('.') ? option.split('.')[0] : '') === group);

const section = (screen) => {
  const rows = options[screen.key];
  const groups = [...new Set(rows.map(({ option }) => option.split('.').slice(0, -1)[0] ?? ''))];
  return html(
    'section',
    { id: screen.key },
    html('h2', {}, screen.name, ' ', html('code', { class: 'soft' }, `auth-page-type="${screen.type}"`)),
    html(
      'p',
      { class: 'soft' },
      say(
        `${rows.length} 个参数，也可直接用于 <${screen.tag}>。`,
        `${rows.length} options; <${screen.tag}> takes them as well.`,
      ),
    ),
    groups.map((group) => [
      html('h3', {}, html('code', {}, group || say('页面', 'the page'))),
      table(
        `${screen.name} ${group}`,
        [
          say('参数', 'Option'),
          say('含义', 'Meaning'),
          say('取值', 'Value'),
          say('默认值', 'Default'),
          say('CSS 属性', 'CSS property'),
        ],
        inGroup(rows, group).map(rowOf(screen)),
        inGroup(rows, group).map(({ option }) => `${screen.key}-${option}`),
      ),
    ]),
  );
};

document.querySelector('#reference').append(
  html(
    'ul',
    { class: 'contents' },
    SCREENS.map(({ key, name }) => html('li', {}, html('a', { class: 'button', href: `#${key}` }, name))),
  ),
  ...SCREENS.map(section),
);

// The rows were not there when the browser looked for the one in the address.
if (location.hash) location.replace(location.href);
