import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import 'ydrz-elements/auth-layer';
import 'ydrz-elements/auth-page';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import { frame, inside, makeLogin, openScreen, watchPage } from './played-page.js';

/** An empty document in a frame, and the way to be rid of it. */
const openFrame = (): { other: Document; close: () => void } => {
  const box = document.createElement('iframe');
  box.style.cssText = 'width:390px;height:600px';
  document.body.append(box);
  const other = box.contentDocument;
  if (!other) throw new Error('No document');
  return {
    other,
    close() {
      box.remove();
    },
  };
};

/** Ways for an element into another document. */
const WAYS: Readonly<Record<string, (element: HTMLElement, other: Document) => Promise<void>>> = {
  'made here, put there': async (element, other) => {
    other.body.append(element);
    await frame();
  },
  'rendered here, moved there': async (element, other) => {
    document.body.append(element);
    await frame();
    other.body.append(element);
  },
  'adopted by hand, and put there later': async (element, other) => {
    document.body.append(element);
    await frame();
    other.adoptNode(element);
    await frame();
    other.body.append(element);
  },
  'moved there and back and there again': async (element, other) => {
    for (const each of [document, other, document, other]) {
      each.body.append(element);
      await frame();
    }
  },
  'by a document that is never shown': async (element, other) => {
    document.implementation.createHTMLDocument().adoptNode(element);
    other.body.append(element);
    await frame();
  },
};

const heightOf = (element: YdrzLoginElement) =>
  element.renderRoot.querySelector('button')?.getBoundingClientRect().height;

/** The open screen in a login's own tree. */
const screenIn = async (login: YdrzLoginElement) => {
  for (;;) {
    const view = openScreen(login.renderRoot);
    if (view && inside(view, '.screen').getBoundingClientRect().height > 0) return view;
    await frame();
  }
};

describe('elements in another document keep their looks', () => {
  before(() => setViewport({ width: 800, height: 700 }));

  for (const [name, move] of Object.entries(WAYS)) {
    for (const type of ['0', '1']) {
      it(`${name}, authPageType ${type}: the button, and the screen, which logs in`, async () => {
        const afterwards = watchPage();
        const { other, close } = openFrame();
        const login = makeLogin({ 'auth-page-type': type });
        await move(login, other);
        await login.updateComplete;
        expect(heightOf(login)).to.equal(48);
        const result = login.login();
        const view = await screenIn(login);
        await view.updateComplete;
        const { position, top } = getComputedStyle(inside(view, 'dialog'));
        expect([position, top]).to.deep.equal(['fixed', '0px']);
        // What is around the screen is the frame: it is locked and measured, not the page around it.
        expect(getComputedStyle(other.documentElement).overflow).to.equal('hidden');
        expect(getComputedStyle(document.documentElement).overflow).to.equal('visible');
        expect(inside(view, 'dialog').hasAttribute('wide')).to.equal(false);
        expect(getComputedStyle(inside(view, '.field')).color).to.equal('rgba(0, 0, 0, 0)');
        expect(getComputedStyle(inside(view, '.agreement')).fontSize).to.equal('12px');
        const field = inside(view, '.field');
        if (field instanceof HTMLInputElement) field.value = '0013';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        inside(view, '[part=checkbox]').click();
        expect(await result).to.have.property('code', '103000');
        login.reset();
        close();
        // The frame is gone, with the focus that it had in some engines.
        await afterwards({ focus: document.activeElement });
      });
    }
  }

  for (const tag of ['ydrz-auth-layer', 'ydrz-auth-page'] as const) {
    it(`<${tag}> of a page’s own`, async () => {
      const afterwards = watchPage();
      const { other, close } = openFrame();
      const view = document.createElement(tag);
      view.maskPhone = '138****8000';
      document.body.append(view);
      await view.show();
      const size = getComputedStyle(inside(view, '.agreement')).fontSize;
      other.body.append(view);
      await view.updateComplete;
      await frame();
      expect(getComputedStyle(inside(view, '.agreement')).fontSize).to.equal(size);
      expect(getComputedStyle(inside(view, '.screen')).display).to.equal('flex');
      view.close();
      close();
      // The frame is gone, with the focus that it had in some engines.
      await afterwards({ focus: document.activeElement });
    });
  }
});
