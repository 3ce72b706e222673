import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { readJson } from '../site/settings.js';

const rows = await readJson('generated/tried.json');

const KINDS = {
  engine: say('浏览器内核', 'Engine'),
  framework: say('框架或构建工具', 'Framework or build tool'),
  types: say('类型', 'Types'),
};

/** What an engine has logged in with, and how types were read; of a framework, its page. */
const TRIED = {
  facade: say('YDRZAuthLogin（ydrz.min.js）', 'YDRZAuthLogin (ydrz.min.js)'),
  element: say('<ydrz-login>（ydrz.min.js）', '<ydrz-login> (ydrz.min.js)'),
  module: say('<ydrz-login>（ES 模块）', '<ydrz-login> (ES modules)'),
  'types-node': 'moduleResolution: node',
  'types-node16': 'moduleResolution: node16',
};

const headings = [
  say('种类', 'Kind'),
  say('名称', 'Name'),
  say('版本', 'Version'),
  say('试了什么', 'Tried with'),
  say('日期', 'Day'),
];
document.querySelector('#head').append(
  html(
    'tr',
    {},
    headings.map((heading) => html('th', { scope: 'col' }, heading)),
  ),
);
document.querySelector('#rows').append(
  ...rows.map(({ kind, name, version, logins, date }) =>
    html(
      'tr',
      {},
      [KINDS[kind], name, version, logins.map((login) => TRIED[login] ?? login).join(', '), date].map(
        (text) => html('td', {}, text),
      ),
    ),
  ),
);
