import { html } from './build.js';
import { language, say, speak } from './language.js';

/** Every page of the site, in the order of the navigation. */
export const PAGES = [
  { path: './', name: say('示例登录页', 'A login page') },
  { path: 'playground.html', name: say('调试台', 'Playground') },
  { path: 'flow.html', name: say('流程', 'Flow') },
  { path: 'codes.html', name: say('返回码', 'Return codes') },
  { path: 'reach.html', name: say('实测范围', 'Tried with') },
  { path: 'migration.html', name: say('迁移', 'Moving') },
  { path: 'servers.html', name: say('服务器', 'Servers') },
  { path: 'testing.html', name: say('端到端测试', 'Testing') },
  { path: 'options.html', name: say('样式参数', 'Options') },
  { path: 'elements.html', name: say('组件接口', 'Elements') },
  { path: 'speed.html', name: say('速度', 'Speed') },
];

/** Without what a web server may leave out of the address. */
const bare = (path) => path.replace(/(index)?(\.html)?$/, '');

const isHere = (path) => bare(location.pathname) === bare(new URL(path, location.href).pathname);

const link = ({ path, name }) =>
  html('li', {}, html('a', { href: path, 'aria-current': isHere(path) && 'page' }, name));

const other = language === 'en' ? 'zh-CN' : 'en';

document
  .querySelector('.site-header')
  ?.append(
    html(
      'a',
      { class: 'site-mark', href: './' },
      html('img', { src: 'site/icon.svg', alt: '', width: 28, height: 28 }),
      'ydrz-elements',
    ),
    html('nav', { 'aria-label': say('文档', 'Documentation') }, html('ul', {}, PAGES.map(link))),
    html(
      'button',
      { type: 'button', lang: other, onclick: () => speak(other) },
      other === 'en' ? 'English' : '中文',
    ),
  );
document.querySelector('.site-header [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
