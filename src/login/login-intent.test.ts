import { expect } from '@open-wc/testing';
import { openLogin, partOf } from '../../test/services/element-fixture.js';
import { SANDBOX } from '../../test/services/lane.js';

/** The links to hosts that are put into the document while something is done. */
const connections = async (act: () => Promise<void> | void, count: number): Promise<string[]> => {
  const found: string[] = [];
  let enough: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLLinkElement && node.rel === 'preconnect') found.push(node.href);
    }
    if (found.length >= count) enough();
  });
  observer.observe(document.head, { childList: true });
  await act();
  await done;
  observer.disconnect();
  return found;
};

const near = (element: HTMLElement): void => {
  element.dispatchEvent(new PointerEvent('pointerenter'));
};

describe('a sign of intent', () => {
  it('connects to the service, and leaves nothing in the page', async () => {
    const { element } = await openLogin();
    const found = await connections(() => {
      near(element);
    }, 1);
    expect(found).to.deep.equal([`${new URL(SANDBOX).origin}/`]);
    expect(document.head.querySelector('link[rel=preconnect]')).to.equal(null);
  });

  it('connects to both live hosts where there is no gateway, and makes no request', async () => {
    const { element, lane } = await openLogin({ gateway: '' });
    const found = await connections(() => {
      partOf(element, 'button').focus();
    }, 2);
    expect(found).to.deep.equal(['https://verify.cmpassport.com/', 'https://www.cmpassport.com/']);
    expect(await lane.requests()).to.deep.equal([]);
  });

  it('fetches the screen of the authPageType', async () => {
    const { element } = await openLogin({ authPageType: '3' });
    near(element);
    await customElements.whenDefined('ydrz-auth-page');
    expect(customElements.get('ydrz-auth-layer')).to.equal(undefined);
    element.authPageType = '2';
    near(element);
    await customElements.whenDefined('ydrz-auth-layer');
  });
});
