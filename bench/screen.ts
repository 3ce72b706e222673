import type { Browser, CDPSession } from 'playwright-core';
import { LOGIN_PAGE } from './pages.js';
import { OBSERVE_TASKS, median, metricsOf, visit } from './phone.js';

export interface ScreenCosts {
  slower: number;
  /** From `show()` to the next frame, in milliseconds; median. */
  opening: number;
  /** The longest task of an opening at 6× throttle, in milliseconds, 0 for one of up to 50; median. */
  longestTask: number;
  /** Script per digit typed, in milliseconds; median. */
  keystroke: number;
  cycles: number;
  /** What is left of DOM nodes, listeners and heap after the cycles, in percent of before. */
  growth: Readonly<Record<'Nodes' | 'JSEventListeners' | 'JSHeapUsedSize', number>>;
}

const SET_UP = `(async () => {
  await import('/ydrz/ydrz-elements.js');
  const layer = document.createElement('ydrz-auth-layer');
  layer.maskPhone = '138****8000';
  layer.masked = true;
  layer.manual = true;
  document.body.replaceChildren(layer);
  await layer.updateComplete;
  globalThis.layer = layer;
})()`;

/** A task of its own after the next frame says that the frame is done. */
const OPEN = `(async () => {
  const start = performance.now();
  layer.show();
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  return performance.now() - start;
})()`;

const AT_REST = 'new Promise((resolve) => requestIdleCallback(() => resolve()))';

const CLOSE = `(async () => {
  layer.close();
  await layer.updateComplete;
  await new Promise(requestAnimationFrame);
})()`;

const cycles = (count: number): string => `(async () => {
  for (let cycle = 0; cycle < ${String(count)}; cycle++) {
    await layer.show();
    layer.close();
    await layer.updateComplete;
  }
  await new Promise((resolve) => requestIdleCallback(resolve));
})()`;

const GROWING = ['Nodes', 'JSEventListeners', 'JSHeapUsedSize'] as const;

const afterCollection = async (devtools: CDPSession) => {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  return metricsOf(devtools);
};

/** The longest task from the click to the rest after the first opening, on a page that nobody has opened a screen on. */
const longestTaskOf = async (browser: Browser, url: string): Promise<number> => {
  const { page, finish } = await visit(browser, 6);
  await page.goto(url + LOGIN_PAGE);
  await page.evaluate(SET_UP);
  await page.evaluate(AT_REST);
  await page.evaluate(OBSERVE_TASKS.replace('buffered: true', 'buffered: false'));
  await page.evaluate(OPEN);
  await page.evaluate(AT_REST);
  const longest = await page.evaluate<number>('longestTask');
  await finish();
  return longest;
};

export const measureScreen = async (
  browser: Browser,
  url: string,
  { rounds, slower, count }: { rounds: number; slower: number; count: number },
): Promise<ScreenCosts> => {
  const { page, devtools, finish } = await visit(browser, slower);
  await page.goto(url + LOGIN_PAGE);
  await page.evaluate(SET_UP);
  const openings: number[] = [];
  const keystrokes: number[] = [];
  const scriptTime = async () => ((await metricsOf(devtools)).get('ScriptDuration') ?? NaN) * 1000;
  for (let round = 0; round <= rounds; round++) {
    const opening = await page.evaluate<number>(OPEN);
    for (const digit of '0013') {
      const before = await scriptTime();
      await page.keyboard.press(digit);
      await page.evaluate('layer.updateComplete.then(() => undefined)');
      if (round > 0) keystrokes.push((await scriptTime()) - before);
    }
    if (round > 0) openings.push(opening);
    await page.evaluate(CLOSE);
  }
  const tasks: number[] = [];
  while (tasks.length < rounds) tasks.push(await longestTaskOf(browser, url));
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  // Four times as many as are counted, for the engine has compiled and cached what it will by then.
  await page.evaluate(cycles(4 * count));
  const before = await afterCollection(devtools);
  await page.evaluate(cycles(count));
  const after = await afterCollection(devtools);
  const [Nodes = NaN, JSEventListeners = NaN, JSHeapUsedSize = NaN] = GROWING.map(
    (name) => (100 * ((after.get(name) ?? NaN) - (before.get(name) ?? NaN))) / (before.get(name) ?? NaN),
  );
  await finish();
  return {
    slower,
    opening: median(openings),
    longestTask: median(tasks),
    keystroke: median(keystrokes),
    cycles: count,
    growth: { Nodes, JSEventListeners, JSHeapUsedSize },
  };
};
