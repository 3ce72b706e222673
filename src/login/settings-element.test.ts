import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import './define.js';
import '../views/define-auth-page.js';
import type { YdrzAuthPageElement } from '../views/auth-page-element.js';

/** What is warned of while something runs. */
const warningsIn = async (run: () => Promise<unknown>): Promise<string[]> => {
  const { warn } = console;
  const warnings: string[] = [];
  console.warn = (text: string) => warnings.push(text);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings;
};

// Frameworks that know a custom element by its attributes alone write an object into them as "[object Object]".
describe('a framework that turns objects into text', () => {
  for (const name of ['credentials', 'messages']) {
    it(`is told once that "${name}" is a property`, async () => {
      const { warn } = console;
      const warnings: string[] = [];
      const element = await fixture<HTMLElement>(html`<ydrz-login></ydrz-login>`);
      element.setAttribute(name, '[object Object]');
      await new Promise<void>((resolve) => {
        console.warn = (text: string) => {
          warnings.push(text);
          resolve();
        };
        element.dispatchEvent(new PointerEvent('pointerenter'));
      });
      element.dispatchEvent(new PointerEvent('pointerdown'));
      await aTimeout(0);
      console.warn = warn;
      expect(warnings.length).to.equal(1);
      expect(warnings[0])
        .to.contain(`"${name}"`)
        .and.to.contain('.prop')
        .and.to.contain('ydrz-elements/react');
    });
  }

  it('is told once what to do about options and agreements', async () => {
    for (const name of ['options', 'agreements']) {
      const warnings = await warningsIn(async () => {
        const page = await fixture<YdrzAuthPageElement>(html`<ydrz-auth-page></ydrz-auth-page>`);
        page.setAttribute(name, '[object Object]');
        await page.show();
        page.close();
      });
      expect(warnings.length, warnings.join('\n')).to.equal(1);
      expect(warnings[0]).to.contain('.prop').and.to.contain('JSON.stringify');
    }
  });
});
