import '../ydrz/login.js';
import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { logIn } from '../site/log-in.js';
import { gatewayOf, settings } from '../site/settings.js';
import { carrierName, simMeaning } from '../site/sims.js';
import { goods } from './goods.js';

const find = (id) => document.getElementById(id);
const login = find('login');
const screens = ['login-screen', 'sms-screen', 'home-screen'].map(find);

const show = (id) => {
  for (const screen of screens) screen.hidden = screen.id !== id;
};

const { sandbox, appId, sims } = await settings;
const query = new URLSearchParams(location.search);
const asked = query.get('sim');
const first = sims.find(({ id }) => id === asked) ?? sims[0];

const choose = (sim) => {
  login.gateway = gatewayOf({ sandbox }, sim);
};

login.appId = appId;
login.label = say('本机号码一键登录', 'Log in with this number');
choose(first.id);

find('sim').append(
  ...sims.map((sim) =>
    html('option', { value: sim.id, selected: sim === first }, `${sim.id} · ${simMeaning(sim)}`),
  ),
);
find('sim').addEventListener('change', ({ target }) => choose(target.value));
find('goods').append(...goods());

/** 138 **** 8000: whoever looks over the shoulder need not read the whole number. */
const hidden = (phone) => phone.replace(/^(.{3}).*(.{4})$/, '$1 **** $2');

const greeting = () => {
  const hour = new Date().getHours();
  if (hour < 11) return say('早上好', 'Good morning');
  return hour < 18 ? say('下午好', 'Good afternoon') : say('晚上好', 'Good evening');
};

const welcome = (phone, operator, answer) => {
  find('greeting').textContent = greeting();
  find('phone').textContent = hidden(phone);
  const carrier = operator && carrierName(operator);
  find('carrier').textContent = carrier ? say(`已由${carrier}验证`, `verified by ${carrier}`) : '';
  find('answer').textContent = answer;
  show('home-screen');
  find('greeting').focus();
};

login.addEventListener('token', async ({ detail }) => {
  const answer = await logIn(detail);
  const { phone, message } = JSON.parse(answer);
  if (phone) welcome(phone, detail.operator, answer);
  else find('sms-note').textContent = message ?? answer;
  if (!phone) show('sms-screen');
});

document.addEventListener('click', ({ target }) => {
  const way = target.closest('[data-way]')?.dataset.way;
  if (!way) return;
  if (way === 'sms') login.reset();
  show(way === 'sms' ? 'sms-screen' : 'login-screen');
  (way === 'sms' ? find('sms-phone') : login).focus();
});

find('sms-form').addEventListener('submit', (event) => {
  event.preventDefault();
  find('sms-note').textContent = say(
    '演示环境不发送短信，请返回用一键登录。',
    'The demo sends no messages: go back to the one-tap login.',
  );
});

find('log-out').addEventListener('click', async () => {
  await fetch('api/logout', { method: 'POST' });
  login.reset();
  show('login-screen');
  login.focus();
});

// A form that was posted without a script comes back here; the server knows who it was.
if (query.has('welcome')) {
  const answer = await fetch('api/session');
  const text = await answer.text();
  if (answer.ok) welcome(JSON.parse(text).phone, undefined, text);
}
