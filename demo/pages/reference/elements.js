import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { readJson } from '../site/settings.js';
import { describe } from './descriptions.js';
import { table, withCode } from './table.js';

const [manifest, interfaces] = await Promise.all([
  readJson('generated/elements.json'),
  readJson('generated/interfaces.json'),
]);
const elements = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => Number(b.tagName === 'ydrz-login') - Number(a.tagName === 'ydrz-login'));

const code = (text) => (text === undefined || text === '' ? '' : html('code', {}, text));
const NAME = say('名称', 'Name');
const MEANING = say('说明', 'Meaning');
const TYPE = say('类型', 'Type');
const DEFAULT = say('默认', 'Default');

const isMethod = ({ kind }) => kind === 'method';
const call = ({ name, parameters = [] }) => `${name}(${parameters.map((one) => one.name).join(', ')})`;

/** The parts of an element's interface: title, what it lists, how a row is shown. */
const PARTS = [
  {
    title: say('属性', 'Attributes and properties'),
    heads: [NAME, MEANING, TYPE, DEFAULT],
    items: ({ attributes = [], members = [] }) => {
      const fields = members.filter((member) => !isMethod(member));
      const alone = fields.filter(({ name }) => !attributes.some(({ fieldName }) => fieldName === name));
      return [...attributes, ...alone];
    },
    cells: ({ name, fieldName, description, type, default: value, attribute }) => [
      [
        code(name),
        fieldName && fieldName !== name ? [' · ', code(`.${fieldName}`)] : !fieldName && !attribute ? '' : '',
      ],
      withCode(describe(description)),
      code(type?.text),
      code(value),
    ],
  },
  {
    title: say('方法', 'Methods'),
    heads: [NAME, MEANING, TYPE],
    items: ({ members = [] }) => members.filter(isMethod),
    cells: (method) => [
      code(call(method)),
      withCode(describe(method.description)),
      code(method.return?.type?.text),
    ],
  },
  {
    title: say('事件', 'Events'),
    heads: [NAME, MEANING, TYPE],
    items: ({ events = [] }) => events,
    cells: ({ name, description, type }) => [code(name), withCode(describe(description)), code(type?.text)],
  },
  {
    title: say('插槽', 'Slots'),
    heads: [NAME, MEANING],
    items: ({ slots = [] }) => slots,
    cells: ({ name, description }) => [
      name ? code(name) : say('（默认）', '(default)'),
      withCode(describe(description)),
    ],
  },
  {
    title: 'Parts',
    heads: [NAME, MEANING],
    items: ({ cssParts = [] }) => cssParts,
    cells: ({ name, description }) => [code(`::part(${name})`), withCode(describe(description))],
  },
  {
    title: say('CSS 状态', 'CSS states'),
    heads: [NAME, MEANING],
    items: ({ cssStates = [] }) => cssStates,
    cells: ({ name, description }) => [code(`:state(${name})`), withCode(describe(description))],
  },
  {
    title: say('CSS 自定义属性', 'CSS custom properties'),
    heads: [NAME, MEANING, DEFAULT],
    items: ({ cssProperties = [] }) => cssProperties,
    cells: ({ name, description, default: value }) => [
      code(name),
      withCode(describe(description)),
      code(value),
    ],
  },
];

const section = (element) =>
  html(
    'section',
    { id: element.tagName },
    html('h2', {}, html('code', {}, `<${element.tagName}>`)),
    (element.description ?? '').split(/\n\s*\n/).map((text) => html('p', {}, withCode(describe(text)))),
    PARTS.map(({ title, heads, items, cells }) => {
      const rows = items(element);
      return (
        rows.length > 0 && [
          html('h3', {}, title),
          table(`${element.tagName}: ${title}`, heads, rows.map(cells)),
        ]
      );
    }),
  );

/** What the programs' entries take and answer, one section an entry. */
const entrySection = (entry) =>
  html(
    'section',
    { id: entry.replace('/', '-') },
    html('h2', {}, html('code', {}, entry)),
    interfaces
      .filter((one) => one.entry === entry)
      .map(({ name, description, fields }) => [
        html('h3', {}, html('code', {}, name)),
        description && html('p', {}, withCode(describe(description))),
        table(
          name,
          [NAME, MEANING, TYPE],
          fields.map((field) => [
            code(field.optional ? `${field.name}?` : field.name),
            withCode(describe(field.description)),
            code(field.type),
          ]),
        ),
      ]),
  );

const entries = [...new Set(interfaces.map(({ entry }) => entry))];

const contents = [
  ...elements.map(({ tagName }) => ({ id: tagName, name: `<${tagName}>` })),
  ...entries.map((entry) => ({ id: entry.replace('/', '-'), name: entry })),
];

document.querySelector('#reference').append(
  html(
    'ul',
    { class: 'contents' },
    contents.map(({ id, name }) => html('li', {}, html('a', { class: 'button', href: `#${id}` }, name))),
  ),
  ...elements.map(section),
  ...entries.map(entrySection),
);
if (location.hash) location.replace(location.href);
