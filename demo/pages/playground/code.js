import { html } from '../site/build.js';
import { say } from '../site/language.js';

const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;');
const isEmpty = (object) => Object.keys(object).length === 0;
const OPTIONS_OF = { 2: ['layer-options', 'layerOptions'], 3: ['page-options', 'pageOptions'] };

const htmlCode = ({ appId, type, lang, attributes, options }) => {
  const [attribute] = OPTIONS_OF[type] ?? [];
  const lines = [
    `app-id="${appId}"`,
    'credentials-url="/api/ydrz/credentials"',
    type !== '0' && `auth-page-type="${type}"`,
    lang === 'en' && 'lang="en"',
    ...[...attributes].map(([name, value]) => (value === 'true' ? name : `${name}='${quoted(value)}'`)),
    attribute && !isEmpty(options) && `${attribute}='${quoted(JSON.stringify(options))}'`,
  ];
  const written = lines.filter(Boolean).map((line) => `\n  ${line}`);
  return `<script type="module" src="/assets/login.js"></script>\n\n<ydrz-login${written.join('')}\n></ydrz-login>\n`;
};

const cssCode = ({ properties }) =>
  properties.length
    ? `ydrz-login {\n${properties.map(([name, value]) => `  ${name}: ${value};\n`).join('')}}\n`
    : say('/* 还没有改样式 */\n', '/* nothing is changed yet */\n');

const jsCode = ({ type, options }) => {
  const [, property] = OPTIONS_OF[type] ?? [];
  const set =
    property && !isEmpty(options) ? `login.${property} = ${JSON.stringify(options, null, 2)};\n\n` : '';
  return `import 'ydrz-elements/login';

const login = document.querySelector('ydrz-login');

${set}login.addEventListener('token', async ({ detail: { token, userInformation } }) => {
  const response = await fetch('/api/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, userInformation }),
  });
  const { phone } = await response.json();
});

login.addEventListener('error', ({ detail: { code, hint } }) => {
  console.warn(code, hint);
});
`;
};

const TABS = { HTML: htmlCode, CSS: cssCode, JS: jsCode };

/** The code for the look, in three languages, to copy. */
export const codePanel = (place) => {
  let chosen = 'HTML';
  let look;
  const shown = html('code', {});
  const said = html('span', { role: 'status', class: 'soft' });
  const show = () => {
    if (look) shown.textContent = TABS[chosen](look);
    said.textContent = '';
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(shown.textContent);
      said.textContent = say('已复制', 'Copied');
    } catch {
      getSelection().selectAllChildren(shown);
      said.textContent = say('请按复制键', 'Selected: press copy');
    }
  };
  place.append(
    html(
      'div',
      { class: 'code-bar' },
      html(
        'fieldset',
        {
          class: 'choices',
          onchange: ({ target }) => {
            chosen = target.value;
            show();
          },
        },
        html('legend', { class: 'spoken' }, say('代码', 'Code')),
        Object.keys(TABS).map((name) =>
          html(
            'label',
            {},
            html('input', { type: 'radio', name: 'code', value: name, checked: name === chosen }),
            name,
          ),
        ),
      ),
      said,
      html('button', { type: 'button', class: 'button', onclick: copy }, say('复制', 'Copy')),
    ),
    html('pre', { tabindex: 0, 'aria-label': say('代码', 'Code') }, shown),
  );
  return (next) => {
    look = next;
    show();
  };
};
