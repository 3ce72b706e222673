import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { networkOf, phone } from '../site/phone.js';
import { settings } from '../site/settings.js';
import { simPicker } from '../site/sim-picker.js';

const { sims } = await settings;
const addressOf = (sim) => `./?${new URLSearchParams({ sim })}`;
const query = new URLSearchParams(location.search);
const first = query.get('sim') ?? sims[0].id;
const start = addressOf(first) + (query.has('welcome') ? '&welcome' : '');

const handset = phone({ src: start, title: say('手机上的登录页', 'The login page on a phone') });
handset.online(networkOf(first));

const stage = document.querySelector('#stage');
stage.append(
  html('header', { class: 'site-header' }),
  html(
    'main',
    { class: 'stage-body' },
    html(
      'div',
      {},
      html('h1', {}, say('一键登录，用手机里的这张 SIM 卡', 'One tap, and the SIM logs you in')),
      html(
        'p',
        { class: 'lead' },
        say(
          '右边是一个虚构的买菜应用，登录按钮是 <ydrz-login>。服务端和三家运营商的网关都在本机模拟，不会连到外面。换一张 SIM，再点一次登录。',
          'The phone shows a made-up grocer whose login button is <ydrz-login>. The service and the three carriers are simulated on this machine; nothing leaves it. Change the SIM and log in again.',
        ),
      ),
      simPicker(sims, first, (sim) => {
        handset.frame.src = addressOf(sim);
        handset.online(networkOf(sim));
      }),
      html(
        'p',
        { class: 'stage-links' },
        html(
          'a',
          { class: 'button main', href: 'playground.html' },
          say('打开调试台', 'Open the playground'),
        ),
        html('a', { class: 'button', href: 'flow.html' }, say('看一次登录的全过程', 'Watch a login happen')),
      ),
    ),
    handset.element,
  ),
);
stage.hidden = false;
await import('../site/header.js');
