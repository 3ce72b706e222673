import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import fc from 'fast-check';
import 'ydrz-elements/auth-layer';
import 'ydrz-elements/auth-page';
import { layerTable, pageTable, rowsOf } from '../tables.js';
import type { ValueType } from '../tables.js';
import type { AuthView } from '../services/auth-view.js';
import { nested } from '../nested-options.js';
import { arrived } from './arrived.js';
import { essentials, faultOf } from './essentials.js';

const lengths = ['1px', '1%', '60px', '300px', '50%', '100%', '100vw', '99999px', '99999%', '100rem'];
const places = ['1px', '40px', '150px', '50%', '99%', '99999px', '-99999px', '100vh'];
const colors = ['transparent', '#fff', '#000', '#1E82EB', 'rgb(128 128 128 / 0.5)', '#FF000001'];
const huge = '长'.repeat(2000);

/** Values that are accepted, and would do the most harm. */
const extremes: Readonly<Record<ValueType, readonly unknown[]>> = {
  length: lengths,
  fixed: lengths,
  radius: lengths,
  edge: places,
  offset: places,
  place: [...places, 'center'],
  color: colors,
  ink: [...colors, '#333333', '#999999'],
  ratio: [0, 1],
  align: ['left', 'right'],
  line: ['underline'],
  border: ['0', '200px solid red', '9999px solid #fff'],
  font: ['monospace', 'Georgia'],
  weight: [1, 1000],
  flag: [true, false],
  text: ['', huge, '🙂'.repeat(100), 'W'.repeat(60)],
  title: ['', huge],
  link: ['https://a.example/'],
  image: ['/missing.png', 'data:image/png;base64,AAAA'],
  agreements: [Array.from({ length: 20 }, () => ({ name: huge, url: '/' })), []],
};

const TOWER: [string, unknown][] = [
  ['submitBtnStyle.width', '1px'],
  ['submitBtnStyle.name', '🙂'.repeat(100)],
  ['submitBtnStyle.fontSize', '100vw'],
  ['layerStyle.width', '1px'],
];

async function open(tag: string, options: unknown, authLevel: string): Promise<AuthView> {
  const view = await fixture<AuthView>(
    tag === 'ydrz-auth-layer'
      ? html`<ydrz-auth-layer mask-phone="138****8000"></ydrz-auth-layer>`
      : html`<ydrz-auth-page mask-phone="138****8000" app-name="书店"></ydrz-auth-page>`,
  );
  Object.assign(view, { options, authLevel });
  await view.show();
  await waitUntil(() => view.renderRoot.querySelector('dialog')?.open ?? true, 'the screen is shown');
  return arrived(view);
}

async function faultsOf(tag: string, options: unknown, level: string): Promise<string> {
  const view = await open(tag, options, level);
  const faults = (essentials[level] ?? []).flatMap((selector) => {
    const fault = faultOf(view, selector);
    return fault ? [`${selector} ${fault}`] : [];
  });
  view.close();
  fixtureCleanup();
  return faults.join('; ');
}

const consoleWarn = console.warn;

for (const [tag, table] of [
  ['ydrz-auth-layer', layerTable],
  ['ydrz-auth-page', pageTable],
] as const) {
  describe(`no option of <${tag}> hides the agreement, the digits or the submit button`, function () {
    this.timeout(60_000);
    const rows = rowsOf(table);

    before(async () => {
      await setViewport({ width: 390, height: 700 });
      console.warn = () => undefined;
    });
    after(() => {
      console.warn = consoleWarn;
    });

    for (const [option, type] of rows) {
      it(option, async () => {
        for (const value of extremes[type]) {
          for (const level of ['4', '1']) {
            const options = nested(new Map([[option, value]]));
            const faults = await faultsOf(tag, options, level);
            expect(faults, `${JSON.stringify(value).slice(0, 60)} at level ${level}`).to.equal('');
          }
        }
      });
    }

    it('nor do any of them together', async () => {
      const one = fc
        .constantFrom(...rows)
        .chain(([option, type]) =>
          fc.constantFrom(...extremes[type]).map((value) => [option, value] as const),
        );
      await fc.assert(
        fc.asyncProperty(
          fc.array(one, { minLength: 2, maxLength: 40 }),
          fc.constantFrom('4', '1'),
          async (set, level) => {
            expect(await faultsOf(tag, nested(new Map(set)), level)).to.equal('');
          },
        ),
        {
          numRuns: 100,
          includeErrorInReport: true,
          // Found once by chance: a narrow button whose text made it higher than the window.
          ...(tag === 'ydrz-auth-layer' && { examples: [[TOWER, '1']] }),
        },
      );
    });
  });
}
