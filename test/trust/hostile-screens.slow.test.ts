import { expect } from '@open-wc/testing';
import 'ydrz-elements';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { ZH_CN, layerTable, pageTable, rowsOf } from '../tables.js';
import type { OptionTable } from '../tables.js';
import type { AuthView } from '../services/auth-view.js';
import { openLayer, openPage } from '../services/screen-fixture.js';
import { essentials, faultOf } from '../browser/essentials.js';
import { nested } from '../nested-options.js';
import { harmIn } from './harm.js';
import { PAYLOADS, nameOf } from './payloads.js';

/** Every documented option, with the payload as its value. */
const everyOption = (table: OptionTable, payload: string): object =>
  nested(
    new Map<string, unknown>(
      rowsOf(table).map(([option, type]) => [
        option,
        type === 'agreements' ? [{ name: payload, url: payload }, payload] : payload,
      ]),
    ),
  );

const everyText = (payload: string) => Object.fromEntries(Object.keys(ZH_CN).map((key) => [key, payload]));

/** One way into a screen. */
const entrances = (table: OptionTable): Readonly<Record<string, (payload: string) => object>> => ({
  options: (payload) => ({ options: everyOption(table, payload) }),
  'options as JSON': (payload) => ({ options: payload }),
  names: (payload) => ({ appName: payload, operator: payload, error: payload, attemptsLeft: 2 }),
  agreements: (payload) => ({
    agreements: [
      { name: payload, url: payload },
      { name: payload, url: 'https://x.example/' },
      { name: 'x', url: payload },
    ],
  }),
  'agreements as JSON': (payload) => ({ agreements: payload }),
});

const NEUTRAL = { options: null, appName: '', operator: 'CM', error: '', attemptsLeft: 0, agreements: [] };

const look = async (view: AuthView, settings: object): Promise<string[]> => {
  Object.assign(view, NEUTRAL, settings);
  await view.updateComplete;
  // The screen is laid out a little later.
  await new Promise((resolve) => setTimeout(resolve));
  const essential = view.authLevel === '1' ? essentials['1'] : essentials['4'];
  const hidden = (essential ?? []).flatMap((selector) => {
    const fault = faultOf(view, selector);
    return fault ? [`${selector} ${fault}`] : [];
  });
  return [...harmIn(view.renderRoot), ...hidden];
};

describe('the corpus', () => {
  it('has more than 200 payloads', () => {
    expect(PAYLOADS).to.have.length.above(200);
    console.log(`hostile input: ${String(PAYLOADS.length)} payloads`);
  });
});

for (const [tag, open, table] of [
  ['ydrz-auth-layer', openLayer, layerTable],
  ['ydrz-auth-page', openPage, pageTable],
] as const) {
  describe(`<${tag}> that is told hostile things`, function () {
    this.timeout(60_000);
    const { warn } = console;

    // Relative addresses of images lead nowhere, instead of to the test runner.
    const base = document.createElement('base');
    base.href = 'http://localhost:1/';

    before(async () => {
      await setViewport({ width: 390, height: 844 });
      await emulateMedia({ reducedMotion: 'reduce' });
      document.head.append(base);
      console.warn = () => undefined;
    });
    after(async () => {
      await emulateMedia({ reducedMotion: 'no-preference' });
      console.warn = warn;
      base.remove();
    });

    for (const [entrance, settingsOf] of Object.entries(entrances(table))) {
      it(`runs nothing, hides nothing and leads nowhere: ${entrance}`, async () => {
        const view = await open({ authLevel: entrance === 'names' ? '1' : '4' });
        const found: Record<string, string[]> = {};
        for (const payload of PAYLOADS) {
          const findings = await look(view, settingsOf(payload));
          if (findings.length > 0) found[nameOf(payload)] = findings;
        }
        view.close();
        expect(found).to.deep.equal({});
      });
    }

    it('shows texts and masked numbers as texts', async () => {
      const view = await open({});
      const found: Record<string, string[]> = {};
      for (const payload of PAYLOADS) {
        Object.assign(view, { ...NEUTRAL, maskPhone: payload, messages: everyText(payload), error: payload });
        await view.updateComplete;
        await new Promise((resolve) => setTimeout(resolve));
        const findings = harmIn(view.renderRoot);
        if (findings.length > 0) found[nameOf(payload)] = findings;
      }
      view.close();
      expect(found).to.deep.equal({});
    });
  });
}
