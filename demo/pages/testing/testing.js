import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { readJson } from '../site/settings.js';
import { chooseFiles, command, sourceFile } from '../site/source-files.js';

const sources = await readJson('generated/tests.json');

/** How each is called, and what runs it. */
const TOOLS = {
  playwright: {
    name: 'Playwright',
    commands: [
      'npm install --save-dev ydrz-elements @playwright/test',
      'npx playwright test playwright.spec.mjs',
    ],
    about: say(
      '三家运营商各登录一次，再看填错数字、连着 Wi-Fi、平台出故障时页面怎样。',
      'One login a carrier, and what becomes of wrong digits, of a phone on Wi-Fi, and of a service in trouble.',
    ),
  },
  puppeteer: {
    name: 'Puppeteer',
    commands: ['npm install --save-dev ydrz-elements puppeteer', 'node --test puppeteer.test.mjs'],
    about: say('用 Node 自带的测试运行器。', 'With the test runner that comes with Node.'),
  },
  webdriverio: {
    name: 'WebdriverIO',
    commands: ['npm install --save-dev ydrz-elements webdriverio', 'node --test webdriverio.test.mjs'],
    about: say(
      '用 Node 自带的测试运行器。本项目的测试用它驱动 WebKit。',
      'With the test runner that comes with Node. This project’s tests drive WebKit with it.',
    ),
  },
  shop: {
    name: say('被测的页面', 'The page under test'),
    commands: ['npm install --save-dev hono @hono/node-server'],
    about: say(
      '三个测试都用这个最小的商店：一个页面，和用 ydrz-elements/server 写的服务器。换成你自己的应用即可。',
      'All three test this small shop: a page, and a server on ydrz-elements/server. Your own application takes its place.',
    ),
  },
};

chooseFiles(
  document.querySelector('#tests'),
  say('测试工具', 'Test tool'),
  sources.map(({ tool, file }) => ({
    id: tool,
    name: TOOLS[tool].name,
    panel: () =>
      html(
        'div',
        {},
        html('p', { class: 'soft' }, TOOLS[tool].about),
        command(TOOLS[tool].commands.join('\n')),
        sourceFile(file),
      ),
  })),
);

const fill = (id, rows) =>
  document
    .querySelector(id)
    .append(
      ...rows.flatMap(([term, meaning]) => [html('dt', {}, html('code', {}, term)), html('dd', {}, meaning)]),
    );

fill('#outcomes', [
  [
    "kind: 'token'",
    say(
      '成功，带着 token 事件的内容；号码要由你的服务器去换。',
      'it went well, with what the token event carries; your server exchanges it for the number',
    ),
  ],
  [
    "kind: 'error'",
    say('失败，带着返回码、环节、说明和建议。', 'it failed, with code, phase, message and hint'),
  ],
  [
    "kind: 'asked-again'",
    say(
      '数字不对，界面还开着，text 是它说的话。',
      'the digits were wrong: the screen is still open, and text is what it says',
    ),
  ],
]);

fill('#more', [
  [
    "service.gateway('wifi')",
    say(
      '内置的 SIM：三家运营商、Wi-Fi、黑名单号码、取号关闭、慢的网络等等。',
      'built-in SIMs: three carriers, Wi-Fi, a blacklisted number, retrieval switched off, a slow one, and others',
    ),
  ],
  [
    'startService({ sims })',
    say(
      '自己的 SIM：号码、运营商、级别、拒绝、延迟。',
      'SIMs of your own: number, carrier, level, refusal, delay',
    ),
  ],
  [
    'service.sandbox.faults.add({ exchange, kind })',
    say(
      '让某一步出故障：超时、断开、状态码、残缺的回答等等；faults.clear() 恢复正常。',
      'spoils a step: no answer, a lost connection, a status, half an answer, and others; faults.clear() mends it',
    ),
  ],
  [
    'service.sandbox.advance(120_000)',
    say('让平台的时间过去：token 过期，锁定解除。', 'lets the service’s time pass: tokens expire, locks end'),
  ],
  [
    "logIn(page, { digits: '0000' })",
    say('填错数字，看页面再问一次。', 'types wrong digits, to see the page ask again'),
  ],
  [
    "logIn(page, { selector: '#login' })",
    say(
      '页面上不止一个按钮时，说是哪一个；超过 timeout 毫秒（默认 15000）就报错。',
      'says which button, where there is more than one; it throws after timeout milliseconds, 15000 by default',
    ),
  ],
]);
document.title = `${say('端到端测试', 'End-to-end tests')} · ydrz-elements`;
