import { html } from '../site/build.js';
import { language, say } from '../site/language.js';
import { liveLogin } from '../site/live-login.js';
import { networkOf, phone } from '../site/phone.js';
import { gatewayOf, settings as demoSettings } from '../site/settings.js';
import { simMeaning } from '../site/sims.js';
import { diagram } from './diagram.js';
import { figures } from './figures.js';
import { stepOfHop } from './hops.js';
import { stepList } from './step-list.js';

const demo = await demoSettings;
const address = new URL(location.href);
const find = (id) => document.getElementById(id);
let sim = address.searchParams.get('sim') ?? demo.sims[0].id;
let type = address.searchParams.get('type') ?? '1';

const handset = phone({ src: 'about:blank', title: say('手机', 'Phone') });
const said = html('p', { class: 'said', id: 'said', role: 'status' });
const draw = diagram(find('drawing'));
const list = stepList(find('steps'));
const kept = figures(find('figures'));
let steps = [];
let running = false;

const show = () => {
  const ordered = [...steps].sort((a, b) => a.start - b.start);
  draw(ordered);
  list(ordered);
};

const now = () => handset.frame.contentWindow.performance.now();
const add = (step) => {
  steps.push({ kind: 'note', start: now(), ...step });
  show();
};

/** What happens between people, page and element, by event. */
const NOTES = {
  statechange: ({ state }) =>
    state === 'preparing' && { from: 'user', to: 'element', label: say('点登录按钮', 'presses the button') },
  authorizationrequest: ({ maskPhone, operator, attemptsLeft }) => ({
    from: 'element',
    to: 'user',
    label: say(`${maskPhone}，请补全并同意`, `${maskPhone}: fill in and agree`),
    detail: say(
      `${operator} 的号码，还可试 ${attemptsLeft} 次`,
      `a number of ${operator}, tries left: ${attemptsLeft}`,
    ),
  }),
  inputcomplete: () => ({
    from: 'user',
    to: 'element',
    label: say('补全数字，勾选协议', 'digits and consent'),
  }),
  token: () => ({ kind: 'good', from: 'element', to: 'page', label: say('token 事件', 'token event') }),
  error: ({ code, hint }) => ({
    kind: 'bad',
    from: 'element',
    to: 'page',
    label: say(`error 事件 ${code}`, `error event ${code}`),
    detail: hint,
  }),
  expire: () => ({ from: 'element', to: 'page', label: say('token 过期', 'token expired') }),
};

const live = liveLogin(handset, {
  set(login) {
    login.appId = demo.appId;
    login.credentialsUrl = 'api/ydrz/credentials';
    login.gateway = gatewayOf(demo, sim);
    login.authPageType = type;
    login.reportUrl = kept.reportUrl;
    kept.watch(handset.frame);
  },
  on(name, { detail }) {
    if (name === 'statechange') {
      // What was asked for before the click is this login's; all else was the last one's.
      if (detail.state === 'preparing') {
        steps = steps.filter(({ ahead }) => ahead).map((step) => ({ ...step, ahead: false }));
      }
      running = !['idle', 'done', 'failed'].includes(detail.state);
      said.textContent = `state: ${detail.state}`;
    }
    if (name === 'hop') {
      steps.push({ ...stepOfHop(detail), ahead: !running });
      show();
      return;
    }
    const note = NOTES[name]?.(detail);
    if (note) add({ name, ...note });
    if (name === 'token') {
      add({ from: 'page', to: 'server', label: 'POST /api/login', detail: 'token + userInformation' });
      add({
        hidden: true,
        from: 'server',
        to: 'service',
        label: say('校验 token（服务器之间）', 'validates the token'),
        detail: say('RSA 签名的请求，浏览器看不到', 'signed with RSA, unseen by the browser'),
      });
    }
  },
  onAnswer(json) {
    const { phone: number, code } = JSON.parse(json);
    const hidden = number?.replace(/^(.{3}).*(.{4})$/, '$1****$2');
    add({
      kind: number ? 'good' : 'bad',
      from: 'server',
      to: 'page',
      label: hidden ? say(`已登录 ${hidden}`, `logged in, ${hidden}`) : code,
    });
    said.textContent = json;
  },
});

const restart = (atOnce) => {
  steps = [];
  show();
  said.textContent = '';
  handset.online(networkOf(sim));
  address.searchParams.set('sim', sim);
  address.searchParams.set('type', type);
  history.replaceState(null, '', address);
  live.restart({ language, atOnce });
};

const choice = (id, label, choices, value, choose) =>
  html(
    'p',
    { class: 'choice' },
    html('label', { for: id }, label),
    html(
      'select',
      {
        id,
        onchange: ({ target }) => {
          choose(target.value);
          restart(false);
        },
      },
      choices.map(([one, text]) => html('option', { value: one, selected: one === value }, text)),
    ),
  );

find('try').setAttribute('aria-label', say('手机', 'Phone'));
find('try').append(
  html(
    'div',
    { class: 'choose' },
    choice(
      'sim',
      'SIM',
      demo.sims.map((one) => [one.id, `${one.id} · ${simMeaning(one)}`]),
      sim,
      (value) => (sim = value),
    ),
    choice(
      'type',
      say('呈现', 'Screen'),
      [
        ['1', say('标准弹窗', 'Standard popup')],
        ['0', say('标准页面', 'Standard page')],
      ],
      type,
      (value) => (type = value),
    ),
  ),
  handset.element,
  said,
  html(
    'button',
    { type: 'button', class: 'button main', onclick: () => restart(true) },
    say('再登录一次', 'Log in again'),
  ),
);
find('drawing').setAttribute('aria-label', say('时序图', 'Sequence diagram'));
restart(false);
