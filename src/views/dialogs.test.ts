import { aTimeout, expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { arrived } from '../../test/browser/arrived.js';
import type { AuthView } from './auth-view.js';
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
} from './screen-fixture.js';

function dialog(view: AuthView): HTMLDialogElement {
  const found = inside(view, 'dialog');
  if (found instanceof HTMLDialogElement) return found;
  throw new Error('no dialog');
}
const modalLayer = () => openLayer({ masked: true });

/** Whether the browser is at the entry of an open screen. */
const marked = () => JSON.stringify(history.state).includes('ydrzScreen');

/** What the page looks like from outside: all that an open screen could leave behind. */
function traces(): string {
  return JSON.stringify({
    html: document.documentElement.getAttribute('style'),
    body: document.body.getAttribute('style'),
    overflow: getComputedStyle(document.documentElement).overflow,
    sheets: document.adoptedStyleSheets.length,
    state: JSON.stringify(history.state),
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
        await waitUntil(() => !marked());
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

describe('the browser’s Back', () => {
  it('closes the page screen, and the history is as it was', async () => {
    history.replaceState({ mine: 1 }, '');
    const length = history.length;
    const view = await openPage();
    const log = record(view);
    await waitUntil(() => history.length > length || marked());
    expect(history.state).to.include({ mine: 1 });
    history.back();
    await waitUntil(() => log.length > 0);
    expect(log).to.deep.equal(['cancel']);
    expect(view.open).to.equal(false);
    expect(history.state).to.deep.equal({ mine: 1 });
    history.replaceState(null, '');
  });

  it('has an entry of its own again when the page is closed and shown at once', async () => {
    const view = await openPage();
    await waitUntil(() => history.state !== null);
    const log = record(view);
    const { length } = history;
    const first = JSON.stringify(history.state);
    view.close();
    await view.show();
    await waitUntil(() => history.state !== null && JSON.stringify(history.state) !== first, 'a new entry');
    expect(history.length, 'in the place of the old one').to.equal(length);
    expect(view.open).to.equal(true);
    history.back();
    await waitUntil(() => log.length > 0);
    expect(log).to.deep.equal(['cancel']);
    expect(history.state).to.equal(null);
  });

  const sms = () => {
    history.pushState({ view: 'sms' }, '', '#sms');
  };
  /** Whether the browser tells of new entries; without that it is only seen what an application does at once. */
  const tells = 'Navigation' in globalThis;
  for (const { when, state, go, can = true } of [
    { when: 'at once', state: { view: 'sms' }, go: sms },
    {
      when: 'in two steps',
      state: { view: 'sms' },
      go: () => {
        history.pushState({ view: 'other' }, '', '#other');
        void Promise.resolve().then(sms);
      },
    },
    {
      when: 'after many promises (needs the Navigation API)',
      state: { view: 'sms' },
      go: async () => {
        for (let turn = 0; turn < 200; turn++) await Promise.resolve();
        sms();
      },
      can: tells,
    },
    {
      when: 'by a fragment (needs the Navigation API)',
      state: null,
      go: () => {
        location.hash = '#sms';
      },
      can: tells,
    },
  ]) {
    const test = can ? it : it.skip;
    test(`leaves an application where it goes when the page is closed, ${when}, and its router knows`, async () => {
      const { href } = location;
      const seen: unknown[] = [];
      const router = () => seen.push(history.state);
      window.addEventListener('popstate', router);
      const view = await openPage();
      await waitUntil(() => history.state !== null);
      view.close();
      void go();
      // The way back over the screen's entry takes its time; afterwards the next screen can have one.
      await view.show();
      await waitUntil(() => location.hash === '#sms' && marked(), 'the way back', { timeout: 10_000 });
      if (state) expect(history.state).to.include(state);
      expect(seen.at(-1)).to.deep.equal(state);
      view.close();
      await waitUntil(() => !marked());
      expect(history.state).to.deep.equal(state);
      expect(location.hash).to.equal('#sms');
      history.back();
      await waitUntil(() => location.href === href);
      expect(history.state, 'nothing of the screen is left behind').to.equal(null);
      window.removeEventListener('popstate', router);
    });
  }

  it('is as without a screen where the browser refuses an entry', async () => {
    const { length } = history;
    const pushState = Object.getOwnPropertyDescriptor(history, 'pushState');
    let asked = 0;
    const uncaught: unknown[] = [];
    const note = ({ reason }: PromiseRejectionEvent) => uncaught.push(reason);
    window.addEventListener('unhandledrejection', note);
    Object.defineProperty(history, 'pushState', {
      configurable: true,
      value: () => {
        asked += 1;
        throw new DOMException('more than 100 times per 10 seconds', 'SecurityError');
      },
    });
    try {
      const view = await openPage();
      await waitUntil(() => asked > 0);
      await aTimeout(0);
      expect(dialog(view).open).to.equal(true);
      view.close();
      expect(dialog(view).open).to.equal(false);
      await nextFrame();
      expect(uncaught).to.deep.equal([]);
    } finally {
      window.removeEventListener('unhandledrejection', note);
      Reflect.deleteProperty(history, 'pushState');
      if (pushState) Object.defineProperty(history, 'pushState', pushState);
    }
    expect(history.length).to.equal(length);
    expect(history.state).to.equal(null);
    const view = await openPage();
    await waitUntil(() => marked());
    view.close();
    await waitUntil(() => !marked());
  });

  it('is not touched by the layer', async () => {
    const length = history.length;
    const view = await modalLayer();
    await aTimeout(0);
    expect(history.state).to.equal(null);
    expect(history.length).to.equal(length);
    view.close();
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
