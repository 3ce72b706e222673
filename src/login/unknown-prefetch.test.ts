import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import { loggedIn } from '../../test/services/element-fixture.js';

const hasLoaded = (name: string): boolean =>
  performance.getEntriesByType('resource').some((entry) => entry.name.includes(name));

// A file of its own: what one test has loaded, no other can find missing.
describe('<ydrz-login> without a moment to prefetch at', () => {
  it('loads nothing for it, whatever the attribute says', async () => {
    await fixture(html`
      <div>
        <ydrz-login prefetch></ydrz-login>
        <ydrz-login prefetch="hover"></ydrz-login>
        <ydrz-login prefetch="none"></ydrz-login>
      </div>
    `);
    // By the end of a login whatever was asked for before it has come.
    const { element } = await loggedIn();
    expect(hasLoaded('login-starter')).to.equal(true);
    expect(hasLoaded('prefetch-controller')).to.equal(false);
    element.prefetch = 'load';
    while (!hasLoaded('prefetch-controller')) await new Promise(requestAnimationFrame);
  });
});
