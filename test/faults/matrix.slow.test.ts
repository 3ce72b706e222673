import { leftovers, startCounting } from './leftovers.js';
import { expect } from '@open-wc/testing';
import 'ydrz-elements/login';
import 'ydrz-elements/auth-layer';
import 'ydrz-elements/auth-page';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import { copiedLogin } from '../services/copy.js';
import { answerWith, connectToLane } from '../services/element-fixture.js';
import { Lane } from '../services/lane.js';
import { CELLS, HOPS, faultsOf, isScript, limitOf, needsReload, outcomeOf, type Cell } from './cells.js';
import { HAPPENINGS, restorePage } from './happenings.js';
import { onItsWay } from './traffic.js';
import { attend } from './user.js';

/** How many logins run at once: fewer than the connections that a browser makes to one host. */
const AT_ONCE = 4;

/** A hosted page whose user needs no time. */
const HOSTED = {
  exchange: 'hosted-page',
  kind: 'body',
  body: `<!doctype html><script>
    addEventListener('message', () => setTimeout(() => {
      parent.postMessage({ code: '103000', token: 'STsid0', userInformation: 'eA%3D%3D' }, '*');
    }, 50));
  </script>`,
} as const;

const isOfCopy = ({ hop }: Cell): boolean => hop.name === 'chunk' || hop.name === 'screen-chunk';

/** Until the hop is on its way; `start` has been called by then. */
const reached = async ({ hop }: Cell, lane: Lane, element: YdrzLoginElement): Promise<void> => {
  if (hop.name === 'chunk') return;
  // The screen's code is asked for in the moment in which the credentials are.
  if (hop.name === 'screen-chunk') return onItsWay(lane.id, 'credentials');
  if (!hop.hosted) return onItsWay(lane.id, hop.name);
  while (!element.renderRoot.querySelector('iframe')) await new Promise((resolve) => setTimeout(resolve, 5));
};

const settle = async (): Promise<void> => {
  for (let count = 0; count < 3; count += 1) await new Promise((resolve) => setTimeout(resolve, 16));
};

/** Errors that a carrier's script makes when it calls a function that is gone; browsers tell no more of them. */
let scriptErrors = 0;
const scriptError = async (): Promise<void> => {
  const seen = scriptErrors;
  while (scriptErrors === seen) await new Promise((resolve) => setTimeout(resolve, 50));
};

/** One login, so that what a login fetches is there: the copies alone are to fetch it. */
const warmUp = async (): Promise<void> => {
  const element = document.createElement('ydrz-login');
  connectToLane(element);
  answerWith(element);
  document.body.append(element);
  await element.login();
  element.remove();
};

/** The custom popup from a copy of the package, which has nothing of it yet; else the standard page, which asks for nothing more. */
const settingsOf = (cell: Cell, { hop, trouble } = cell) => ({
  ...{
    authPageType: hop.authPageType ?? (isOfCopy(cell) ? '2' : '0'),
    pageSource: hop.hosted ? 'hosted' : 'local',
  },
  ...{ timeout: limitOf(hop, trouble), version: '2.0', expandParams: '', lang: '' },
});

/** Play one cell; what comes back says how it ended, and everything that was wrong with that. */
const play = async (cell: Cell): Promise<string> => {
  const { hop, trouble } = cell;
  const lane = new Lane();
  const element = isOfCopy(cell) ? await copiedLogin(lane) : document.createElement('ydrz-login');
  const events: string[] = [];
  element.addEventListener('token', () => events.push('token'));
  element.addEventListener('error', ({ detail }) => events.push(`${detail.code} ${detail.phase}`));
  const expected = outcomeOf(hop, trouble);
  let isLost = expected.startsWith('501');
  attend(element, hop.sim, () => isLost);
  Object.assign(element, settingsOf(cell));
  connectToLane(element, hop.sim, lane);
  await lane.spoil(...faultsOf(hop, trouble), HOSTED);
  document.body.append(element);
  await element.updateComplete;

  const onWay = reached(cell, lane, element);
  element.renderRoot.querySelector<HTMLElement>('[part=button]')?.click();
  const ended = element.login().catch(() => undefined);
  if (trouble.happening) {
    await onWay;
    HAPPENINGS[trouble.happening](element);
  }
  await ended;
  if (trouble.name === 'late') await scriptError();
  restorePage();
  const wrong: string[] = [];
  if (element.renderRoot.querySelector('iframe, dialog, ydrz-auth-layer, ydrz-auth-page'))
    wrong.push('a screen is left');

  if (!needsReload(hop, trouble)) {
    await lane.heal();
    await lane.spoil(HOSTED);
    if (!element.isConnected) document.body.append(element);
    isLost = false;
    Object.assign(element, settingsOf(cell), { timeout: 30_000 });
    connectToLane(element, hop.sim, lane);
    await element.login().catch(() => undefined);
    if (events.at(-1) !== 'token') wrong.push('not usable again');
    events.pop();
  }
  element.reset();
  element.remove();
  return [events.join(' and ') || 'nothing', ...wrong].join(', ');
};

/** Cells that need the page to themselves: dialogs, and scripts that hold connections or call when others might be called. */
const isAlone = ({ hop, trouble }: Cell): boolean =>
  hop.hosted === true || (isScript(hop) && ['timeout', 'drip', 'late'].includes(trouble.name));

const batchesOf = (cells: readonly Cell[]): Cell[][] => {
  const together = cells.filter((cell) => !isAlone(cell));
  const batches = cells.filter(isAlone).map((cell) => [cell]);
  for (let start = 0; start < together.length; start += AT_ONCE)
    batches.push(together.slice(start, start + AT_ONCE));
  return batches;
};

describe('the fault matrix', () => {
  const { onerror } = window;

  before(async () => {
    await warmUp();
    window.onerror = (message) => {
      scriptErrors += 1;
      return message === 'Script error.';
    };
    startCounting();
  });

  after(() => {
    window.onerror = onerror;
    console.log(`fault matrix: ${String(CELLS.length)} cells`);
  });

  for (const hop of HOPS) {
    const cells = CELLS.filter((cell) => cell.hop === hop);
    it(`${hop.name}: ${String(cells.length)} ways to go wrong, one documented end each, nothing left`, async function () {
      this.timeout(120_000);
      const ended: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      for (const batch of batchesOf(cells)) {
        const ends = await Promise.all(batch.map(play));
        await settle();
        const left = leftovers();
        for (const [index, { trouble }] of batch.entries()) {
          wanted[trouble.name] = outcomeOf(hop, trouble);
          ended[trouble.name] = [ends[index], ...left].join(', ');
        }
      }
      expect(ended).to.deep.equal(wanted);
    });
  }
});
