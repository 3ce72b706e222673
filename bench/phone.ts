import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../test/services/chromium.js';

/** A page on a phone, with what the browser's own instruments say of it. */
export interface Visit {
  page: Page;
  devtools: CDPSession;
  finish: () => Promise<void>;
}

export { launchChromium as launch };

/** Open a page with nothing in any cache, on a phone that is some times slower than this machine. */
export const visit = async (browser: Browser, slower: number): Promise<Visit> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  if (slower !== 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return { page, devtools, finish: () => context.close() };
};

/** The browser's own counts: `ScriptDuration` in seconds, `Nodes`, `JSEventListeners`, `JSHeapUsedSize`. */
export const metricsOf = async (devtools: CDPSession): Promise<ReadonlyMap<string, number>> => {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value]));
};

/** Runs in the page, before everything else: its longest task so far, in milliseconds; those of 50 ms and less count as 0. */
export const OBSERVE_TASKS = `
  globalThis.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
`;

/** The middle one of some numbers. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return (low + high) / 2;
};
