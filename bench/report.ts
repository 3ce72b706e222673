import { kilobytes, sizeLines, type EntrySize, type Size } from '../scripts/bundle/sizes.js';
import type { ClickToScreen } from './click-to-screen.js';
import type { ScreenCosts } from './screen.js';
import type { TimeToShow } from './time-to-show.js';

/** Everything that one run has measured, and where. */
export interface Results {
  date: string;
  machine: string;
  browser: string;
  command: string;
  /** Of sizes, SIMs and pages, for the documentation site. */
  chineseNames: Readonly<Record<string, string>>;
  sizes: readonly Size[];
  entries: readonly EntrySize[];
  timeToShow: TimeToShow;
  clickToScreen: readonly ClickToScreen[];
  screen: ScreenCosts;
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const percent = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(1)} %`;

/** The longest task; the browser tells only of those over 50 ms. */
export const longest = (time: number): string => `longest task ${time > 0 ? ms(time) : 'up to 50 ms'}`;

const showLines = ({ slower, rounds, shown, layoutShift }: TimeToShow): string[] => {
  return [
    `Time to show at ${slower}× CPU throttle, medians of ${rounds} rounds`,
    ...shown.map(
      ({ kind, painted, script, longestTask, timesLit }) =>
        `  ${kind.padEnd(8)} painted ${ms(painted).padStart(9)} (${timesLit.painted.toFixed(2)}× bare Lit)` +
        `   script ${ms(script).padStart(9)} (${timesLit.script.toFixed(2)}×)   ${longest(longestTask)}`,
    ),
    `  layout shift: ${layoutShift}`,
  ];
};

const entryLines = (entries: readonly EntrySize[]): string[] =>
  entries.map(
    ({ name, atImport, withAll }) =>
      `${kilobytes(atImport).padStart(8)} ${kilobytes(withAll).padStart(8)}  ${name}`,
  );

const clickLines = (rows: readonly ClickToScreen[]): string[] => [
  'Click to screen: latency on every request, the credentials there by the click, medians',
  ...rows.map(
    ({ what, latency, prefetched, hops, time }) =>
      `  ${what.padEnd(42)} ${String(latency).padStart(3)} ms  ${prefetched ? 'prefetched' : 'at click  '}  ${hops} hops  ${ms(time).padStart(9)}`,
  ),
];

const screenLines = ({ slower, opening, keystroke, longestTask, cycles, growth }: ScreenCosts): string[] => [
  `Screen at ${slower}× CPU throttle`,
  `  opening ${ms(opening)}, ${longest(longestTask)} at 6×; a keystroke ${ms(keystroke)} of script`,
  `  after ${cycles} openings: nodes ${percent(growth.Nodes)}, listeners ${percent(growth.JSEventListeners)}, heap ${percent(growth.JSHeapUsedSize)}`,
];

/** The results as text. */
export const tableOf = ({ date, machine, browser, command, ...results }: Results): string =>
  [
    `${machine}, ${browser}, ${date}, ${command}`,
    '',
    'Sizes, minified, brotli 11',
    ...sizeLines(results.sizes),
    '',
    'Entries: at import, and with everything that is fetched on demand',
    ...entryLines(results.entries),
    '',
    ...showLines(results.timeToShow),
    '',
    ...clickLines(results.clickToScreen),
    '',
    ...screenLines(results.screen),
  ].join('\n');
