import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { liveLogin } from '../site/live-login.js';
import { networkOf, phone } from '../site/phone.js';
import { gatewayOf, readJson, settings as demoSettings } from '../site/settings.js';
import { simMeaning } from '../site/sims.js';
import { codePanel } from './code.js';
import { LOOKS } from './looks.js';
import { attributePanel, optionPanel } from './option-panel.js';
import { nested, readState, writeState } from './state.js';

const [demo, tables, manifest] = await Promise.all([
  demoSettings,
  readJson('generated/options.json'),
  readJson('generated/elements.json'),
]);
const TABLES = { 2: tables.layer, 3: tables.page };
/** What the reference calls the screen. */
const SCREENS = { 2: 'layer', 3: 'page' };
const PRESENTATIONS = [
  ['1', say('标准弹窗', 'Standard popup')],
  ['2', say('自定义弹窗', 'Custom popup')],
  ['3', say('自定义页面', 'Custom page')],
  ['0', say('标准页面', 'Standard page')],
];
/** Attributes that the playground itself looks after. */
const OWN = new Set(
  'app-id credentials-url gateway auth-page-type layer-options page-options state test-line mount autostart driver'.split(
    ' ',
  ),
);
const attributeRows = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ tagName }) => tagName === 'ydrz-login')
  .attributes.filter(({ name }) => !OWN.has(name) && !name.startsWith('official'));

const find = (id) => document.getElementById(id);
const rowsOf = (type) => TABLES[type] ?? [];
const isOption = (name) => Object.values(TABLES).some((rows) => rows.some(({ option }) => option === name));
const state = readState(isOption);
const { settings } = state;

const ownOptions = () => {
  const rows = rowsOf(settings.type);
  const typeOf = (name) => rows.find(({ option }) => option === name)?.type;
  const own = [...state.options].filter(([name]) => typeOf(name));
  return nested(own, typeOf);
};

const handset = phone({ src: 'about:blank', title: say('手机', 'Phone') });
const said = html('p', { class: 'said', id: 'said', role: 'status' });
const showCode = codePanel(find('code'));

/** What the checked options have become on the screen: the very custom properties that a style sheet may set. */
const propertiesOf = (view) => {
  const style = view?.style ?? [];
  return [...style]
    .filter((name) => name.startsWith('--ydrz-'))
    .map((name) => [name, style.getPropertyValue(name).trim()]);
};

const refreshCode = () => {
  showCode({
    appId: demo.appId,
    type: settings.type,
    lang: settings.lang,
    attributes: state.attributes,
    options: ownOptions(),
    properties: rowsOf(settings.type).length ? propertiesOf(live.view) : [],
  });
};

const applyOptions = (target, options) => {
  if (settings.type === '2') target.layerOptions = options;
  if (settings.type === '3') target.pageOptions = options;
};

const live = liveLogin(handset, {
  set(login) {
    login.appId = demo.appId;
    login.credentialsUrl = 'api/ydrz/credentials';
    login.gateway = gatewayOf(demo, settings.sim);
    login.authPageType = settings.type;
    for (const [name, value] of state.attributes) login.setAttribute(name, value === 'true' ? '' : value);
    applyOptions(login, ownOptions());
  },
  on(name, { detail }) {
    if (name === 'statechange' && detail.state !== 'failed') said.textContent = `state: ${detail.state}`;
    if (name === 'error') said.textContent = `error ${detail.code} · ${detail.hint}`;
  },
  async onView(view) {
    await view.updateComplete;
    refreshCode();
  },
  onAnswer(json) {
    said.textContent = json;
  },
});

const restart = (atOnce = true) => {
  handset.element.dataset.scheme = settings.scheme;
  handset.online(networkOf(settings.sim));
  said.textContent = '';
  live.restart({ language: settings.lang, atOnce });
};

/** A change of options needs no new login: the open screen follows. */
const optionsChanged = async () => {
  writeState(state);
  const options = ownOptions();
  if (live.login) applyOptions(live.login, options);
  if (live.view && rowsOf(settings.type).length) {
    live.view.options = options;
    await live.view.updateComplete;
  }
  refreshCode();
};

let pause;
const attributesChanged = () => {
  writeState(state);
  refreshCode();
  clearTimeout(pause);
  pause = setTimeout(restart, 400);
};

const showOptions = () => {
  const rows = rowsOf(settings.type);
  const looks = LOOKS[settings.type] ?? [];
  const setLook = (options) => {
    state.options = new Map(Object.entries(options));
    showOptions();
    void optionsChanged();
    // Whether there is a mask is decided when the screen opens.
    restart();
  };
  find('options').replaceChildren(
    ...(rows.length
      ? [
          html(
            'div',
            { class: 'looks', role: 'group', 'aria-label': say('现成的外观', 'Looks to begin with') },
            looks.map(({ name, options }) =>
              html('button', { type: 'button', class: 'button', onclick: () => setLook(options) }, name),
            ),
            html(
              'button',
              { type: 'button', class: 'button', onclick: () => setLook({}) },
              say('全部恢复默认', 'Back to the defaults'),
            ),
          ),
          ...optionPanel(rows, state.options, {
            screen: SCREENS[settings.type],
            onChange: optionsChanged,
            show: state.show,
          }),
        ]
      : [
          html(
            'p',
            { class: 'card soft' },
            settings.type === '1'
              ? say(
                  '标准弹窗的外观在能力平台上设置，取号的同时取来；CSS 仍可改写。',
                  'The standard popup’s look is set at the service and fetched beside the retrieval; CSS may still override it.',
                )
              : say(
                  '标准页面用默认外观。想改它，选“自定义页面”，或用 CSS 自定义属性。',
                  'The standard page has the default look. To change it choose the custom page, or set CSS custom properties.',
                ),
          ),
        ]),
    attributePanel(attributeRows, state.attributes, attributesChanged),
  );
};

const radios = (name, legend, choices, value) =>
  html(
    'fieldset',
    { class: 'choices' },
    html('legend', {}, legend),
    choices.map(([one, text]) =>
      html('label', {}, html('input', { type: 'radio', name, value: one, checked: one === value }), text),
    ),
  );

const levelOf = (sim) => /level(\d)/.exec(sim)?.[1] ?? '4';
const LEVELS = { 4: 'cm', 1: 'cm-level1' };

const simChoice = html(
  'select',
  { name: 'sim', id: 'sim' },
  demo.sims.map((sim) =>
    html('option', { value: sim.id, selected: sim.id === settings.sim }, `${sim.id} · ${simMeaning(sim)}`),
  ),
);
const levels = radios(
  'level',
  'authLevel',
  [
    ['4', say('4 补全数字', '4 digits')],
    ['1', say('1 只需确认', '1 consent')],
  ],
  levelOf(settings.sim),
);

find('setup').append(
  radios('type', say('呈现方式', 'Presentation'), PRESENTATIONS, settings.type),
  html('div', { class: 'sim-choice' }, html('label', { for: 'sim' }, 'SIM'), simChoice),
  levels,
  radios(
    'lang',
    say('语言', 'Language'),
    [
      ['zh-CN', html('span', { lang: 'zh-CN' }, '中文')],
      ['en', html('span', { lang: 'en' }, 'English')],
    ],
    settings.lang,
  ),
  radios(
    'scheme',
    say('明暗', 'Scheme'),
    [
      ['light', say('浅色', 'Light')],
      ['dark', say('深色', 'Dark')],
    ],
    settings.scheme,
  ),
);
find('setup').addEventListener('change', ({ target: { name, value } }) => {
  if (name === 'level') {
    settings.sim = LEVELS[value];
    simChoice.value = settings.sim;
  } else settings[name] = value;
  if (name === 'sim') {
    const level = levels.querySelector(`[value="${levelOf(value)}"]`);
    if (level) level.checked = true;
  }
  if (name === 'type') showOptions();
  writeState(state);
  refreshCode();
  restart();
});
for (const id of ['setup', 'options']) find(id).addEventListener('submit', (event) => event.preventDefault());

find('try').setAttribute('aria-label', say('手机', 'Phone'));
find('try').append(
  handset.element,
  said,
  html(
    'button',
    { type: 'button', class: 'button', onclick: () => restart() },
    say('重新登录', 'Log in again'),
  ),
);
showOptions();
refreshCode();
restart();

if (state.show) {
  const control = find(`option-${state.show.replaceAll('.', '-')}`);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
