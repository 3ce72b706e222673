import { setImmediate as turn } from 'node:timers/promises';

/** By its file's name, what every page of the site has once it has drawn itself. */
const DRAWN: Readonly<Record<string, string>> = {
  'codes.html': '#codes li',
  'elements.html': '#reference section table',
  'flow.html': '#figures h2',
  'index.html': '#sim option, .sims label',
  'migration.html': '.site-header nav a',
  'minimal.html': 'ydrz-login:defined',
  'options.html': '#page table',
  'phone.html': 'ydrz-login:defined',
  'playground.html': '#options :is(input, select)',
  'reach.html': '#rows tr',
  'servers.html': '#servers figure pre',
  'speed.html': 'main table',
  'terms.html': '#privacy',
  'testing.html': '#tests figure pre',
};

/**
 * An expression that is true once the page that it is asked of, and each page in a frame of it, has drawn itself. It stays false for a
 * page that the table lacks. Text, because what runs the tests adds its own to a function's.
 */
export const IS_DRAWN = `(function isDrawn(page) {
  const selector = ${JSON.stringify(DRAWN)}[new URL(page.URL).pathname.split('/').at(-1) || 'index.html'];
  return Boolean(selector && page.readyState === 'complete' && page.querySelector(selector)) &&
    [...page.querySelectorAll('iframe')].every(({ contentDocument }) => contentDocument && isDrawn(contentDocument));
})(document)`;

/** Where expressions are evaluated: a page of whatever drives it. */
interface Evaluating {
  evaluate(expression: string): Promise<unknown>;
}

/** Ask a page until it is so. A first visit is loaded anew under the question, when the service worker has taken charge. */
export const untilTrue = async (page: Evaluating, expression: string): Promise<void> => {
  for (;;) {
    if ((await page.evaluate(`(${expression}) === true`).catch(() => false)) === true) return;
    await turn();
  }
};
