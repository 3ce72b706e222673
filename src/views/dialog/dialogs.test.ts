import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import '../define-auth-layer.js';
import '../define-auth-page.js';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { arrived } from '../../../test/browser/arrived.js';
import type { AuthView } from '../auth-view.js';
import {
  boxes,
  click,
  field,
  inside,
  openLayer,
  openPage,
  part,
  press,
  record,
  type,
} from '../../../test/services/screen-fixture.js';

function dialog(view: AuthView): HTMLDialogElement {
  const found = inside(view, 'dialog');
  if (found instanceof HTMLDialogElement) return found;
  throw new Error('no dialog');
}
const modalLayer = () => openLayer({ masked: true });

/** What the page looks like from outside: all that an open screen could leave behind. */
function traces(): string {
  return JSON.stringify({
    html: document.documentElement.getAttribute('style'),
    body: document.body.getAttribute('style'),
    overflow: getComputedStyle(document.documentElement).overflow,
    sheets: document.adoptedStyleSheets.length,
    state: JSON.stringify(history.state),
    entries: history.length,
    scroll: scrollY,
  });
}

describe('modal screens', () => {
  before(() => setViewport({ width: 375, height: 667 }));

  for (const [name, open] of [
    ['masked layer', modalLayer],
    ['page', openPage],
  ] as const) {
    it(`${name}: is a named modal dialog with the focus on the digits`, async () => {
      const view = await open();
      expect(dialog(view).matches(':modal')).to.equal(true);
      expect(dialog(view).getAttribute('aria-label')).to.equal('本机号码登录');
      expect(field(view).matches(':focus')).to.equal(true);
      await expect(arrived(view)).to.be.accessible();
    });

    it(`${name}: Escape and the leave button cancel, once, and give the focus back`, async () => {
      const opener = await fixture<HTMLButtonElement>(html`<button>登录</button>`);
      for (const leave of [
        () => sendKeys({ press: 'Escape' }),
        (view: AuthView) => click(inside(view, '.close, .back')),
      ]) {
        opener.focus();
        const view = await open();
        const log = record(view);
        await leave(view);
        await view.updateComplete;
        expect(log).to.deep.equal(['cancel']);
        expect(view.open).to.equal(false);
        expect(dialog(view).open).to.equal(false);
        expect(document.activeElement).to.equal(opener);
      }
    });

    it(`${name}: locks the page’s scrolling without a jump and leaves nothing behind`, async () => {
      const tall = await fixture(html`<div style="height: 3000px"></div>`);
      window.scrollTo(0, 500);
      const before = traces();
      const view = await open();
      expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
      expect(scrollY).to.equal(500);
      view.close();
      await waitUntil(() => traces() === before, 'everything is as before');
      for (const leave of [
        () => {
          view.remove();
        },
        () => {
          view.close();
          view.remove();
        },
      ]) {
        document.body.append(view);
        await view.show();
        leave();
        await waitUntil(() => traces() === before, 'removal leaves nothing either');
        await nextFrame();
        await nextFrame();
        expect(traces(), 'nor does the page move afterwards').to.equal(before);
      }
      window.scrollTo(0, 0);
      tall.remove();
    });

    it(`${name}: keeps what was entered when it is moved in the document`, async () => {
      const view = await open();
      await type(view, '12');
      const place = await fixture(html`<div></div>`);
      place.append(view);
      await view.updateComplete;
      await nextFrame();
      expect(dialog(view).matches(':modal')).to.equal(true);
      expect(boxes(view)).to.equal('12__');
      expect(field(view).value).to.equal('12');
    });

    it(`${name}: opens and closes by its attribute, and closing by the page fires nothing`, async () => {
      const view = await open();
      const log = record(view);
      view.removeAttribute('open');
      await view.updateComplete;
      expect(dialog(view).open).to.equal(false);
      view.setAttribute('open', '');
      await view.updateComplete;
      expect(dialog(view).matches(':modal')).to.equal(true);
      view.close();
      expect(log).to.deep.equal([]);
    });
  }

  it('two screens at once lock and unlock in any order', async () => {
    const first = await modalLayer();
    const second = await modalLayer();
    first.close();
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
    second.close();
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
  });

  it('without <dialog> the screen is still an overlay that keeps the focus and that Escape closes', async () => {
    const { showModal, close } = HTMLDialogElement.prototype;
    Object.assign(HTMLDialogElement.prototype, { showModal: undefined, close: undefined });
    try {
      const outside = await fixture<HTMLButtonElement>(html`<button>outside</button>`);
      const view = await modalLayer();
      const log = record(view);
      expect(part(view, 'layer')).to.be.displayed;
      expect(getComputedStyle(dialog(view)).position).to.equal('fixed');
      expect(dialog(view).getAttribute('aria-modal')).to.equal('true');
      expect(field(view).matches(':focus')).to.equal(true);
      outside.focus();
      expect(document.activeElement).to.equal(view);
      await press(view, 'Escape');
      expect(log).to.deep.equal(['cancel']);
      expect(dialog(view).open).to.equal(false);
    } finally {
      Object.assign(HTMLDialogElement.prototype, { showModal, close });
    }
  });
});

describe('the layer in the page', () => {
  it('is a named region that does not take over the window', async () => {
    const view = await openLayer();
    expect(view.renderRoot.querySelector('dialog')).to.equal(null);
    const region = part(view, 'layer');
    expect(region.getAttribute('role')).to.equal('region');
    expect(region.getAttribute('aria-label')).to.equal('本机号码登录');
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
  });

  it('becomes modal by the mask option, and goes back', async () => {
    const view = await openLayer();
    await type(view, '12');
    view.options = { maskStyle: { ifShowMask: 'ture' } };
    await view.updateComplete;
    await view.updateComplete;
    expect(view.masked).to.equal(true);
    expect(dialog(view).matches(':modal')).to.equal(true);
    expect(field(view).value).to.equal('12');
    view.options = {};
    await view.updateComplete;
    expect(view.masked).to.equal(false);
    expect(view.renderRoot.querySelector('dialog')).to.equal(null);
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
  });

  it('is not there while it is closed', async () => {
    const view = await openLayer();
    const log = record(view);
    await click(part(view, 'close'));
    await view.updateComplete;
    expect(log).to.deep.equal(['cancel']);
    expect(view.offsetHeight).to.equal(0);
  });
});
