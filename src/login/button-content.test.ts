import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import './define.js';
import type { YdrzLoginElement } from './define.js';

const buttonOf = (element: YdrzLoginElement) => element.shadowRoot?.querySelector('[part="button"]');

/** What the button says: its own text, and what stands in its slot. */
const textOf = (element: YdrzLoginElement): string => {
  const slotted = buttonOf(element)?.querySelector('slot')?.assignedNodes() ?? [];
  return [buttonOf(element), ...slotted].map((node) => node?.textContent?.trim() ?? '').join('');
};

describe('the button’s content', () => {
  it('is the label where only a fallback stands in the element, white space around it', async () => {
    const element = await fixture<YdrzLoginElement>(html`
      <ydrz-login label="登录">
        <a slot="fallback" href="#sms">短信</a>
      </ydrz-login>
    `);
    expect(textOf(element)).to.equal('登录');
  });

  it('is the page’s own where it gives one, also later', async () => {
    const element = await fixture<YdrzLoginElement>(html`<ydrz-login label="登录"></ydrz-login>`);
    const slot = buttonOf(element)?.querySelector('slot');
    const changed = slot ? oneEvent(slot, 'slotchange') : Promise.reject(new Error('no slot'));
    element.append('手机号登录');
    await changed;
    await element.updateComplete;
    expect(textOf(element)).to.equal('手机号登录');
  });
});
