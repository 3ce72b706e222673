import { expect, fixture, fixtureCleanup, html, nextFrame, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import 'ydrz-elements/auth-layer';
import 'ydrz-elements/auth-page';
import { layerTable, pageTable, propertyName, rowsOf } from '../tables.js';
import type { ValueType } from '../tables.js';
import type { AuthView } from '../services/auth-view.js';
import { nested } from '../nested-options.js';
import { arrived } from './arrived.js';
import { layerLooks } from './layer-looks.js';
import type { Look } from './option-looks.js';
import { pageLooks } from './page-looks.js';

/** A value that each type refuses, as text that would do harm where it could. */
const refusedValues: Readonly<Record<ValueType, unknown>> = {
  length: '1px; color: red',
  fixed: '50%',
  radius: '1px} * { color: red',
  edge: 'calc(1px)',
  offset: '5px; position: fixed',
  place: 'middle',
  color: 'red; background: url(https://evil.example)',
  ink: 'transparent',
  ratio: '2',
  align: 'justify',
  line: 'blink',
  border: '1px solid red; color: red',
  font: 'serif; color: red',
  weight: 'heavy',
  flag: 'maybe',
  text: { toString: 'x' },
  title: ['x'],
  link: 'javascript:alert(1)',
  image: 'data:text/html,<script>alert(1)</script>',
  agreements: { name: 'x', url: '/' },
};

const screens = [
  {
    tag: 'ydrz-auth-layer',
    table: layerTable,
    looks: layerLooks,
    room: { '--ydrz-layer-width': '340px', '--ydrz-layer-height': '600px' },
  },
  { tag: 'ydrz-auth-page', table: pageTable, looks: pageLooks, room: {} },
] as const;

let sheet: HTMLStyleElement | undefined;
let warnings: string[];
const consoleWarn = console.warn;

/** What is seen with these options, and with these properties in the page's style sheet. */
async function see(tag: string, look: Look, options: unknown, properties: Readonly<Record<string, string>>) {
  sheet?.remove();
  sheet = document.createElement('style');
  sheet.textContent = `${tag} { ${Object.entries(properties)
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ')} }`;
  document.head.append(sheet);
  const view = await fixture<AuthView>(
    tag === 'ydrz-auth-layer'
      ? html`<ydrz-auth-layer mask-phone="138****8000"></ydrz-auth-layer>`
      : html`<ydrz-auth-page mask-phone="138****8000" app-name="书店"></ydrz-auth-page>`,
  );
  Object.assign(view, { options, authLevel: look.level ?? '4', error: look.error ?? '' });
  await view.show();
  await waitUntil(() => view.renderRoot.querySelector('dialog')?.open ?? true, 'the screen is shown');
  await nextFrame();
  const seen = await look.read(arrived(view));
  view.close();
  fixtureCleanup();
  return seen;
}

function asCss(type: ValueType | undefined, { css, given }: Look): string {
  if (css !== undefined) return css;
  if (type === 'text' || type === 'title') return `"${String(given)}"`;
  return type === 'image' || type === 'link' ? `url("${String(given)}")` : String(given);
}

for (const { tag, table, looks, room } of screens) {
  const types = new Map<string, ValueType>(rowsOf(table));

  describe(`every option of <${tag}>`, () => {
    before(async () => {
      await setViewport({ width: 390, height: 844 });
    });
    beforeEach(() => {
      warnings = [];
      console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    });
    afterEach(() => {
      console.warn = consoleWarn;
      sheet?.remove();
    });

    it('has a look to test it by', () => {
      expect(looks.map(({ option }) => option).sort()).to.deep.equal([...types.keys()].sort());
    });

    for (const look of looks) {
      const { option, given, expected } = look;
      it(`${option} → ${propertyName(option)}`, async () => {
        const property = propertyName(option);
        const type = types.get(option);
        const beside = Object.fromEntries(
          Object.entries({ ...room, ...look.beside }).filter(([name]) => name !== property),
        );
        const set = (value: unknown) => nested(new Map([[option, value]]));

        const plain = await see(tag, look, null, beside);
        expect(plain, 'the default').not.to.equal(expected);
        expect(await see(tag, look, set(given), beside), 'set by option').to.equal(expected);
        const css = { ...beside, [property]: asCss(type, look) };
        expect(await see(tag, look, null, css), 'set by CSS property').to.equal(expected);
        expect(await see(tag, look, set(''), beside), 'an empty string').to.equal(
          type === 'title' ? 'not shown' : plain,
        );
        expect(warnings, 'warnings of good values').to.deep.equal([]);
        const refused = type && refusedValues[type];
        expect(await see(tag, look, set(refused), beside), 'a refused value').to.equal(plain);
        expect(warnings).to.have.lengthOf(1);
        expect(warnings[0]).to.include(option);
      });
    }
  });
}
