import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { kilobytes, limitOf } from '../scripts/bundle/sizes.js';
import { WORDS, type Words } from './readme-words.js';
import type { Results } from './report.js';

const BEGIN = '<!-- written by npm run bench -->';
const END = '<!-- end of what npm run bench writes -->';

const ms = (value: number | undefined): string => `${Math.round(value ?? NaN)} ms`;
const row = (...cells: string[]): string => `| ${cells.join(' | ')} |`;

const sizeTable = ({ sizes }: Results, { size, is, atMost, names }: Words): string[] => [
  row(size, is, atMost),
  row('---', '---', '---'),
  ...sizes.map((load) => row(names[load.name] ?? load.what, kilobytes(load.bytes), limitOf(load))),
];

const clickTable = ({ clickToScreen }: Results, { click, hops, prefetched, names }: Words): string[] => {
  const latencies = [...new Set(clickToScreen.map(({ latency }) => latency))];
  const found = (sim: string, latency: number, ahead: boolean) =>
    clickToScreen.find((one) => one.sim === sim && one.latency === latency && one.prefetched === ahead);
  return [
    row(click, hops, ...latencies.map((latency) => `${latency} ms`), prefetched),
    row('---', '---', ...latencies.map(() => '---'), '---'),
    ...[...new Map(clickToScreen.map(({ sim, what }) => [sim, what]))].map(([sim, what]) =>
      row(
        names[sim] ?? what,
        String(found(sim, 0, false)?.hops),
        ...latencies.map((latency) => ms(found(sim, latency, false)?.time)),
        `${String(found(sim, 150, true)?.hops)} ${hops}, ${ms(found(sim, 150, true)?.time)}`,
      ),
    ),
  ];
};

const summary = (results: Results, { sentences, upTo }: Words): string => {
  const { timeToShow, screen, machine, browser, date, command } = results;
  const { shown, slower, rounds, layoutShift } = timeToShow;
  const [lit, own] = ['lit', 'ydrz'].map((kind) => shown.find((one) => one.kind === kind));
  const ratio = (key: 'painted' | 'script') => own?.timesLit[key].toFixed(2) ?? '';
  const task = (time: number | undefined) => (time ? ms(time) : upTo);
  const values: Readonly<Record<string, string | number>> = {
    ...{ machine, browser, date, command, slower, rounds, layoutShift },
    ...{ painted: ratio('painted'), script: ratio('script') },
    ...{
      ownTask: task(own?.longestTask),
      litTask: task(lit?.longestTask),
      openTask: task(screen.longestTask),
    },
    ...{ screenSlower: screen.slower, opening: ms(screen.opening), cycles: screen.cycles },
    ...{ keystroke: screen.keystroke.toFixed(1), nodes: screen.growth.Nodes.toFixed(1) },
    listeners: screen.growth.JSEventListeners.toFixed(1),
    heap: screen.growth.JSHeapUsedSize.toFixed(1),
  };
  return sentences.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
};

/** Writes the results between the marks of a README. */
export const writeReadme = async (
  file: string,
  results: Results,
  language: keyof typeof WORDS,
): Promise<void> => {
  const text = await readFile(file, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} has no place for the results`);
  const words = WORDS[language];
  const section = [
    ...sizeTable(results, words),
    '',
    ...clickTable(results, words),
    '',
    summary(results, words),
  ];
  const written = `${text.slice(0, begin)}${BEGIN}\n\n${section.join('\n')}\n\n${text.slice(end)}`;
  const config = await resolveConfig(file);
  await writeFile(file, await format(written, { ...config, parser: 'markdown' }));
};
