import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DemoBrowser } from './demo-browser.js';

/** Runs in the playground: what is wrong with the fields of a screen's options, and how many have been looked at. */
const LOOK = (screen: string): string => `(async () => {
  const rows = (await (await fetch('/generated/options.json')).json()).${screen};
  const frame = document.body.appendChild(document.createElement('iframe'));
  frame.src = '/options.html';
  const inReference = (id) => frame.contentDocument?.getElementById(id);
  while (!inReference('${screen}-' + rows.at(-1).option)) await new Promise(requestAnimationFrame);

  const wrong = rows.flatMap(({ option, default: standard = '', defaultText }) => {
    const control = document.getElementById('option-' + option.replaceAll('.', '-'));
    const field = control.closest('.field');
    const unit = control.type === 'number' ? field.querySelector('select')?.value ?? '' : '';
    const shown =
      control.selectedOptions?.[0].text ?? (control.type === 'range' ? control.value : (control.placeholder ?? '') + unit);
    const expected = defaultText?.zh ?? (standard === 'none' ? '' : standard);
    // A colour field writes #fff as #ffffff.
    const [hex] = /^#(?:[0-9a-f]{3}){1,2}$/.exec(standard) ?? [];
    const six = hex?.length === 4 ? hex.replace(/[^#]/g, '$&$&') : hex;
    const swatch = field.querySelector('[type=color]');
    const isLinked = inReference(decodeURIComponent(new URL(field.querySelector('a').href).hash.slice(1)));
    return [
      !shown.includes(expected) && option + ' shows "' + shown + '", but is "' + expected + '"',
      six && swatch.value !== six && option + ' shows ' + swatch.value + ', but is ' + six,
      !isLinked && option + ' links to no row of the reference',
    ].filter(Boolean);
  });
  return { count: rows.length, wrong };
})()`;

describe('the playground’s fields', () => {
  let demo: DemoBrowser;
  before(async () => {
    demo = await DemoBrowser.start();
  });
  after(() => demo.stop());

  for (const [type, screen] of [
    ['2', 'layer'],
    ['3', 'page'],
  ] as const) {
    it(`show what the options of the ${screen} are by default, and link to their rows in the reference`, async () => {
      const { page, complaints } = await demo.visit(`/playground.html#type=${type}`);
      await page.locator('#options .field').first().waitFor({ state: 'attached' });
      const seen: unknown = await page.evaluate(LOOK(screen));
      assert.ok(typeof seen === 'object' && seen && 'count' in seen && 'wrong' in seen);
      assert.ok(Number(seen.count) > 20);
      assert.deepEqual(seen.wrong, []);
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
});
