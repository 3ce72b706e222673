import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import md5 from 'crypto-js/md5.js';

const loaded = (): string[] =>
  performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);

describe('the test bench', () => {
  it('takes the package by its name from what was built', async () => {
    await import('ydrz-elements/login');
    expect(loaded()).to.include('/dist/login/define.js');
    expect(loaded().filter((path) => path.startsWith('/src/'))).to.deep.equal([]);
  });

  it('shows a page on a phone-sized screen', async () => {
    await setViewport({ width: 390, height: 844 });
    expect(window.innerWidth).to.equal(390);
  });

  it('types with real keys and clicks with a real mouse', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="digits" />`);
    const box = input.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(box.x + 5), Math.round(box.y + 5)] });
    await sendKeys({ type: '1234' });
    expect(input.value).to.equal('1234');
    await expect(input).to.be.accessible();
  });

  it('serves crypto-js as modules', () => {
    expect(md5('abc').toString()).to.equal('900150983cd24fb0d6963f7d28e17f72');
  });
});
