import type { Browser } from 'playwright-core';
import { LOGIN_PAGE } from './pages.js';
import { median, visit } from './phone.js';
import type { Site } from './site.js';

/** The phones: the SIM, and for whom its login stands. `hint` is one whose owner China Mobile names. */
export const PHONES = [
  { sim: 'cm', what: 'China Mobile' },
  { sim: 'ct', what: 'China Telecom' },
  { sim: 'cu', what: 'China Unicom, in the official order' },
  { sim: 'cm-hint-cu', what: 'China Unicom, whom China Mobile names' },
] as const;

export const LATENCIES = [0, 50, 150] as const;

export interface ClickToScreen {
  sim: string;
  what: string;
  latency: number;
  /** Retrieved before the click. */
  prefetched: boolean;
  /** Requests and preflights from the click to the screen. The credentials are there by then. */
  hops: number;
  /** Median, in milliseconds. */
  time: number;
}

/**
 * Runs in the page: somebody comes near, and clicks when what is asked for before the click is there; one login up to its screen,
 * which is then left. Answers the milliseconds.
 */
const login = (settings: object): string => `(async () => {
  const element = document.createElement('ydrz-login');
  Object.assign(element, ${JSON.stringify(settings)});
  const number = element.gateway.endsWith('/cm') ? 'cm' : '-callback';
  const last = element.prefetch === 'load' ? number : 'credentials';
  const ready = new Promise((resolve) => {
    element.addEventListener('hop', ({ detail }) => { if (detail.name.endsWith(last)) resolve(); });
  });
  document.body.replaceChildren(element);
  await new Promise((resolve) => requestIdleCallback(resolve));
  element.dispatchEvent(new PointerEvent('pointerenter'));
  await customElements.whenDefined('ydrz-auth-page');
  await ready;
  await globalThis.before();
  const start = performance.now();
  element.login().catch(() => undefined);
  let screen;
  do {
    await new Promise(requestAnimationFrame);
    screen = element.shadowRoot.querySelector('ydrz-auth-page');
  } while (!screen?.open);
  const time = performance.now() - start;
  element.abort();
  return time;
})()`;

export const measureClickToScreen = async (
  browser: Browser,
  site: Site,
  rounds: number,
): Promise<ClickToScreen[]> => {
  const rows: ClickToScreen[] = [];
  const lane = site.sandbox.lane('');
  for (const { sim, what } of PHONES) {
    for (const latency of LATENCIES) {
      for (const prefetched of [false, true]) {
        site.setLatency(latency);
        const times: number[] = [];
        let hops = 0;
        for (let round = 0; round <= rounds; round++) {
          // A browser remembers preflights; that of a user who logs in for the first time has none to remember.
          const { page, finish } = await visit(browser, 1);
          let before = 0;
          await page.exposeFunction('before', () => {
            before = lane.requests.length;
          });
          await page.goto(site.url + LOGIN_PAGE);
          lane.forget();
          const settings = {
            appId: site.appId,
            credentialsUrl: '/api/ydrz/credentials',
            gateway: `${site.sandbox.url}/sim/${sim}`,
            prefetch: prefetched ? 'load' : 'none',
          };
          const time = await page.evaluate<number>(login(settings));
          hops = lane.requests.length - before;
          await finish();
          // The first round warms up the servers.
          if (round > 0) times.push(time);
        }
        rows.push({ sim, what, latency, prefetched, hops, time: median(times) });
      }
    }
  }
  site.setLatency(0);
  return rows;
};
