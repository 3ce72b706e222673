import type { Browser } from 'playwright-core';
import { FLOORS } from './pages.js';
import { OBSERVE_TASKS, median, metricsOf, visit } from './phone.js';

type Kind = keyof typeof FLOORS;

/** Medians over all rounds, in milliseconds. */
export interface Shown {
  kind: Kind;
  /** From the navigation to the first paint of content, which is the button. */
  painted: number;
  /** Script run until then. */
  script: number;
  /** Its longest task up to the moment of rest after it. */
  longestTask: number;
  /** The two times as multiples of the bare Lit button's of the same round: what the machine does besides is in both. */
  timesLit: Readonly<Record<'painted' | 'script', number>>;
}

export interface TimeToShow {
  slower: number;
  rounds: number;
  shown: readonly Shown[];
  /** Of the login button, over all rounds. */
  layoutShift: number;
}

interface Rounds {
  kind: Kind;
  painted: number[];
  script: number[];
  longestTask: number[];
}

const KINDS: readonly Kind[] = ['native', 'lit', 'ydrz'];

/** Run in the page: when the button was painted, and a moment of rest after it. */
const PAINTED = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint) resolve(paint.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;
const AT_REST = 'new Promise((resolve) => requestIdleCallback(() => resolve()))';

const OBSERVE = `
  ${OBSERVE_TASKS}
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) layoutShift += value; }).observe({ type: 'layout-shift', buffered: true });
`;

/** The three pages in turn, every one in a fresh context, so that what else the machine does meets them all. */
export const measureTimeToShow = async (
  browser: Browser,
  url: string,
  { rounds, slower }: { rounds: number; slower: number },
): Promise<TimeToShow> => {
  const found = KINDS.map((kind): Rounds => ({ kind, painted: [], script: [], longestTask: [] }));
  let layoutShift = 0;
  for (let round = 0; round <= rounds; round++) {
    for (const { kind, painted, script, longestTask } of found) {
      const { page, devtools, finish } = await visit(browser, slower);
      await page.addInitScript(OBSERVE);
      await page.goto(url + FLOORS[kind]);
      const time = await page.evaluate<number>(PAINTED);
      const run = (await metricsOf(devtools)).get('ScriptDuration') ?? NaN;
      // The first round warms up the servers and the browser.
      if (round > 0) {
        painted.push(time);
        script.push(run * 1000);
      }
      await page.evaluate(AT_REST);
      if (round > 0) longestTask.push(await page.evaluate<number>('longestTask'));
      if (kind === 'ydrz' && round > 0) {
        layoutShift = Math.max(layoutShift, await page.evaluate<number>('layoutShift'));
      }
      await finish();
    }
  }
  const floor = found.find(({ kind }) => kind === 'lit');
  const shown = found.map((times) => {
    const { kind, painted, script, longestTask } = times;
    const timesLit = (key: 'painted' | 'script') =>
      median(times[key].map((time, round) => time / (floor?.[key][round] ?? NaN)));
    return {
      kind,
      painted: median(painted),
      script: median(script),
      longestTask: median(longestTask),
      timesLit: { painted: timesLit('painted'), script: timesLit('script') },
    };
  });
  return { slower, rounds, shown, layoutShift };
};
