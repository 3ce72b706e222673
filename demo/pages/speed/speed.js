import { table } from '../reference/table.js';
import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { readJson } from '../site/settings.js';

const results = await readJson('speed/results.json');

const kilobytes = (bytes) => (bytes === undefined ? '' : `${(bytes / 1024).toFixed(1)} KB`);
const ms = (time) => `${Math.round(time)} ms`;
const times = (value) => `${value.toFixed(2)}×`;

const ENGLISH = { native: 'A button without Lit', lit: 'A bare Lit button', ydrz: 'The login button' };
const nameOf = (key, english = ENGLISH[key]) => say(results.chineseNames[key] ?? english, english);

const section = (title, ...content) => html('section', {}, html('h2', {}, title), ...content);

const { sizes, entries, timeToShow, clickToScreen, screen } = results;

const budgets = section(
  say('大小', 'Sizes'),
  table(
    say('大小', 'Sizes'),
    [say('压缩后（brotli 11）', 'Minified, brotli 11'), say('现在', 'Is'), say('上限', 'At most')],
    sizes.map(({ name, what, bytes, budget, owed = 0 }) => [
      nameOf(name, what),
      kilobytes(bytes),
      // What is owed beyond the budget stands beside it.
      owed > 0 ? `${kilobytes(budget)} + ${kilobytes(owed)}` : kilobytes(budget),
    ]),
  ),
);

const perEntry = section(
  say('每个入口', 'Every entry'),
  table(
    say('每个入口', 'Every entry'),
    [
      say('入口，含 Lit', 'Entry, Lit in it'),
      say('导入时', 'At import'),
      say('加上全部按需取来的', 'With everything fetched on demand'),
    ],
    entries.map(({ name, atImport, withAll }) => [
      html('code', {}, name),
      kilobytes(atImport),
      kilobytes(withAll),
    ]),
  ),
);

const latencies = [...new Set(clickToScreen.map(({ latency }) => latency))];
const phones = [...new Map(clickToScreen.map(({ sim, what }) => [sim, what]))];
const one = (sim, latency, prefetched) =>
  clickToScreen.find((row) => row.sim === sim && row.latency === latency && row.prefetched === prefetched);

const clicks = section(
  say('从点击到界面', 'From the click to the screen'),
  html('img', {
    class: 'chart',
    src: 'speed/click-to-screen.svg',
    width: 760,
    height: 260,
    alt: say(
      '三家运营商从点击到界面出现的时间，数字在下表',
      'Time from the click to the screen, for each carrier; the figures are in the table below',
    ),
  }),
  table(
    say('从点击到界面', 'From the click to the screen'),
    [
      'SIM',
      say('请求', 'Hops'),
      ...latencies.map((latency) => say(`延迟 ${latency} ms`, `${latency} ms latency`)),
      say(`提前取号，延迟 ${latencies.at(-1)} ms`, `Prefetched, ${latencies.at(-1)} ms latency`),
    ],
    phones.map(([sim, what]) => [
      nameOf(sim, what),
      String(one(sim, 0, false).hops),
      ...latencies.map((latency) => ms(one(sim, latency, false).time)),
      ms(one(sim, latencies.at(-1), true).time),
    ]),
  ),
);

const shown = section(
  say(
    `到按钮画出（CPU 放慢 ${timeToShow.slower} 倍）`,
    `Until the button is painted (CPU slowed ${timeToShow.slower} times)`,
  ),
  table(
    say('到按钮画出', 'Until the button is painted'),
    [say('按钮', 'Button'), say('画出', 'Painted'), say('脚本', 'Script'), say('最长的任务', 'Longest task')],
    timeToShow.shown.map(({ kind, painted, script, longestTask, timesLit }) => [
      nameOf(kind),
      `${ms(painted)}, ${times(timesLit.painted)}`,
      `${ms(script)}, ${times(timesLit.script)}`,
      longestTask ? ms(longestTask) : '≤ 50 ms',
    ]),
  ),
);

const opened = section(
  say(`界面（CPU 放慢 ${screen.slower} 倍）`, `The screen (CPU slowed ${screen.slower} times)`),
  table(
    say('界面', 'The screen'),
    [
      say('打开', 'Opening'),
      say('一次按键的脚本', 'Script of a keystroke'),
      say(
        `开关 ${screen.cycles} 次后多出的节点、监听器、内存`,
        `More nodes, listeners, heap after ${screen.cycles} openings`,
      ),
    ],
    [
      [
        ms(screen.opening),
        `${screen.keystroke.toFixed(1)} ms`,
        Object.values(screen.growth)
          .map((percent) => `${percent.toFixed(1)} %`)
          .join(' · '),
      ],
    ],
  ),
);

document
  .querySelector('#reference')
  .append(
    html('p', {}, `${results.date} · ${results.machine} · ${results.browser}`),
    budgets,
    perEntry,
    clicks,
    shown,
    opened,
  );
