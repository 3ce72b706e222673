import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import type { Results } from './report.js';

const BEGIN = '<!-- written by npm run bench -->';
const END = '<!-- end of what npm run bench writes -->';

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
const ms = (value: number | undefined): string => `${Math.round(value ?? NaN)} ms`;
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

const sizeTable = ({ sizes }: Results): string[] => [
  row('minified, brotli 11', 'is', 'goal'),
  row('---', '---', '---'),
  ...sizes.map(({ what, bytes, goal }) =>
    row(what, kilobytes(bytes), goal === undefined ? '' : kilobytes(goal)),
  ),
];

const clickTable = ({ clickToScreen }: Results): string[] => {
  const latencies = [...new Set(clickToScreen.map(({ latency }) => latency))];
  const found = (what: string, latency: number, prefetched: boolean) =>
    clickToScreen.find(
      (one) => one.what === what && one.latency === latency && one.prefetched === prefetched,
    );
  return [
    row('from the click to the screen', 'hops', ...latencies.map((latency) => `${latency} ms`), 'prefetched'),
    row('---', '---', ...latencies.map(() => '---'), '---'),
    ...[...new Set(clickToScreen.map(({ what }) => what))].map((what) =>
      row(
        what,
        String(found(what, 0, false)?.hops),
        ...latencies.map((latency) => ms(found(what, latency, false)?.time)),
        `${String(found(what, 150, true)?.hops)} hops, ${ms(found(what, 150, true)?.time)}`,
      ),
    ),
  ];
};

const sentences = ({ timeToShow, screen, machine, browser, date, command }: Results): string[] => {
  const { shown, slower, rounds, longTasks, layoutShift } = timeToShow;
  const [lit, own] = ['lit', 'ydrz'].map((kind) => shown.find((one) => one.kind === kind));
  const ratio = (key: 'painted' | 'script') => ((own?.[key] ?? NaN) / (lit?.[key] ?? NaN)).toFixed(2);
  return [
    `Measured by \`${command}\` on ${date}: ${machine}, ${browser}. At ${slower}× CPU throttle the button is painted in ` +
      `${ratio('painted')}× the time of a bare Lit button, with ${ratio('script')}× its script (medians of ${rounds} rounds, the pages ` +
      `in turn); tasks over 50 ms in all rounds together: ${longTasks}; layout shift: ${layoutShift}. At ${screen.slower}× ` +
      `throttle the screen opens in ${ms(screen.opening)} and a keystroke runs ${screen.keystroke.toFixed(1)} ms of script; after ` +
      `${screen.cycles} openings the page has ${screen.growth.Nodes.toFixed(1)} % more DOM nodes, ` +
      `${screen.growth.JSEventListeners.toFixed(1)} % more listeners and ${screen.growth.JSHeapUsedSize.toFixed(1)} % more heap.`,
  ];
};

/** Writes the results between the marks of a README; a README without marks is left alone. */
export const writeReadme = async (file: string, results: Results): Promise<void> => {
  const text = await readFile(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) return;
  const section = [...sizeTable(results), '', ...clickTable(results), '', ...sentences(results)].join('\n');
  const written = `${text.slice(0, begin)}${BEGIN}\n\n${section}\n\n${text.slice(end)}`;
  const config = await resolveConfig(file);
  await writeFile(file, await format(written, { ...config, parser: 'markdown' }));
};
