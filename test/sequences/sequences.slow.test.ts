import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser, sandboxArguments } from '../../scripts/browser/find-browser.js';
import { startSite, type Site } from './site.js';
import { sequence, wordsOf, type Step } from './steps.js';

/** How many sequences are walked, and from which seed: a failure prints the seed that finds it again. */
const RUNS = Number(process.env['SEQUENCES'] ?? 500);
const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sequences</title><script type="module" src="/assets/login.js"></script>
<style>body { min-height: 3000px }</style><form id="form" onsubmit="return false"></form><div id="apart"></div></html>`;

const UNCAUGHT = 'uncaught: ';

/** How many steps of the page's own follow from there. */
const countActs = (steps: readonly Step[], from: number): number => {
  const rest = steps.slice(from);
  const outside = rest.findIndex(({ kind }) => kind !== 'act');
  return outside < 0 ? rest.length : outside;
};

describe('a page and a user who do whatever they like', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  before(async () => {
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new Error('No Chrome or Chromium found');
    [site, browser] = await Promise.all([
      startSite(PAGE),
      chromium.launch({ executablePath, args: sandboxArguments(executablePath) }),
    ]);
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.addInitScript({ path: join(import.meta.dirname, 'in-page.js') });
    page.on('pageerror', ({ message }) => complaints.push(UNCAUGHT + message));
    await refresh();
  });
  after(async () => {
    await Promise.all([browser.close(), site.close()]);
  });

  /** A page in which Back has somewhere to go. */
  const refresh = async (): Promise<void> => {
    await page.context().setOffline(false);
    await page.goto(site.url);
    await page.evaluate('customElements.whenDefined("ydrz-login").then(() => undefined)');
    await page.evaluate('for (let step = 0; step < 30; step += 1) history.pushState(null, "")');
  };

  const call = (name: string, ...values: readonly unknown[]): Promise<unknown> =>
    page.evaluate(`sequences.${name}(...${JSON.stringify(values)})`);

  const take = async (step: Step): Promise<void> => {
    switch (step.kind) {
      case 'act':
        return;
      case 'key':
        return page.keyboard.press(step.key);
      case 'type':
        return page.keyboard.type(step.digits);
      case 'back':
        await page.evaluate('void history.back()');
        return;
      case 'network':
        return page.context().setOffline(step.offline);
    }
  };

  /** Walk a sequence; what comes back is everything that it has left. */
  const walk = async (steps: readonly Step[]): Promise<string[]> => {
    complaints.length = 0;
    await call('open', site.gateway);
    for (let index = 0; index < steps.length;) {
      // What a page does, it does at once; keys and the network come from outside.
      const acts = steps.slice(index, index + countActs(steps, index));
      if (acts.length > 0) await call('act', acts);
      const outside = steps[index + acts.length];
      if (outside) await take(outside);
      index += acts.length + 1;
    }
    await page.context().setOffline(false);
    const left = await call('finish');
    assert.ok(Array.isArray(left));
    return [...left.map(String), ...complaints];
  };

  test(`${String(RUNS)} sequences leave nothing, and every login ends once`, async () => {
    console.log(`sequences: seed ${String(SEED)} (SEED=${String(SEED)} repeats it)`);
    let walked = 0;
    const result = await fc.check(
      fc.asyncProperty(sequence, async (steps) => {
        walked += 1;
        const left = await walk(steps);
        // Nothing of one sequence may be in the next one's way; and Back needs somewhere to go.
        if (left.length > 0 || walked % 20 === 0) await refresh();
        assert.deepEqual(left, []);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    console.log(`sequences: ${String(walked)} walked`);
    if (!result.failed) return;
    const [steps] = result.counterexample ?? [[]];
    const { seed, counterexamplePath, errorInstance } = result;
    assert.fail(
      [
        `SEED=${String(seed)}, path ${String(counterexamplePath)}:`,
        ...steps.map(wordsOf),
        String(errorInstance),
      ].join('\n  '),
    );
  });
});
