import { expect, fixture, html } from '@open-wc/testing';
import md5 from 'crypto-js/md5.js';
import 'ydrz-elements/login';
import { openLogin, record, type ElementFixture, type Settings } from '../services/element-fixture.js';
import { rejection } from '../services/rejection.js';

// The official script cannot be had; its stand-in behaves as it was seen to, above all where that hurts.

declare global {
  interface Window {
    /** The stand-in's MD5: it brings no library. */
    standInDigests: Record<string, string>;
  }
}

const RIGHT = '0013';
const WRONG = '9999';
window.standInDigests = Object.fromEntries(
  [RIGHT, WRONG].map((digits) => [`138${digits}8000`, md5(`138${digits}8000`).toString()]),
);

const SCRIPT = '/test/services/official-stand-in.js';
const MASKED = { maskStyle: { ifShowMask: true } };

let count = 0;

/** A script of its own for each, as it is told once where the service is. */
const openStandIn = (settings: Settings = {}, sim = 'cm'): Promise<ElementFixture> =>
  openLogin({ driver: 'official', officialSrc: `${SCRIPT}?${String(count++)}`, ...settings }, sim);

/** What is looked for, once it is there. */
const found = async <T extends Element>(selector: string): Promise<T> => {
  for (;;) {
    const element = document.querySelector<T>(selector);
    if (element) return element;
    await new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve(undefined);
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  }
};

const enter = (field: HTMLInputElement, digits: string): void => {
  field.value = digits;
  field.dispatchEvent(new Event('input'));
};

const fillIn = async (digits = RIGHT): Promise<HTMLInputElement> => {
  const tick = await found<HTMLInputElement>('.stand-in input[type=checkbox]');
  const field = await found<HTMLInputElement>('.stand-in input');
  if (!tick.checked) tick.click();
  enter(field, digits);
  return field;
};

/** The layer has asked again, with an empty field. */
const cleared = async (field: HTMLInputElement): Promise<void> => {
  while (field.value !== '') await new Promise((resolve) => requestAnimationFrame(resolve));
};

const scriptsLeft = () => [...document.body.children].map(({ localName }) => localName);

describe('the official script, as it was seen to behave', () => {
  let before: string[];
  beforeEach(() => {
    before = scriptsLeft();
  });
  afterEach(() => {
    delete window.YDRZAuthLogin;
  });

  const container = (content = '') =>
    fixture<HTMLElement>(html`<div id="ydrzCustomControls">${content}</div>`);

  for (const [name, settings] of [
    ['the standard popup', { authPageType: '1' }],
    ['the custom popup with a mask', { authPageType: '2', layerOptions: MASKED }],
    ['the custom popup in the page', { authPageType: '2' }],
  ] as const) {
    it(`gives a token by ${name}`, async () => {
      await container(' \n ');
      const { element } = await openStandIn(settings);
      const login = element.login();
      await fillIn();
      expect((await login).token).to.match(/^STsid/);
      expect((await login).message).to.equal('成功');
    });
  }

  it('has wrong digits tried again in the page, though nothing is called in between', async () => {
    await container();
    const { element } = await openStandIn({ authPageType: '2' });
    const log = record(element);
    const login = element.login();
    await cleared(await fillIn(WRONG));
    await cleared(await fillIn(WRONG));
    await fillIn();
    expect((await login).token).to.match(/^STsid/);
    expect(log.filter((name) => name === 'inputcomplete')).to.have.length(3);
  });

  for (const [name, settings, up] of [
    ['while China Mobile is asked', { authPageType: '1' }, undefined],
    ['with the popup up', { authPageType: '1' }, '.stand-in input'],
    ['with the layer in the page up', { authPageType: '2' }, '#ydrzCustomControls input'],
    ['with the frame up', { authPageType: '0' }, 'body > iframe'],
  ] as const) {
    it(`ends at once and leaves nothing when it is aborted ${name}, and logs in again`, async () => {
      const place = await container();
      before = scriptsLeft();
      const { element, lane } = await openStandIn(settings);
      if (!up) await lane.spoil({ exchange: 'cm', kind: 'timeout', times: 1 });
      const asked = element.login();
      if (up) await found(up);
      else while (!(await lane.asked()).includes('cm'));
      element.abort();
      expect(await rejection(asked)).to.include({ code: '503' });
      expect(scriptsLeft()).to.deep.equal([...before, 'div']);
      expect(place.childElementCount).to.equal(0);

      await element.updateComplete;
      element.authPageType = '1';
      const login = element.login();
      await fillIn();
      expect((await login).token).to.match(/^STsid/);
    });
  }

  it('is loaded afresh where the page has one of its own that an ended login keeps busy', async () => {
    const script = document.createElement('script');
    const { element, lane } = await openLogin({ driver: 'official', authPageType: '1' });
    script.dataset['gateway'] = lane.gateway();
    script.src = SCRIPT;
    const loaded = new Promise((resolve) => script.addEventListener('load', resolve));
    document.head.append(script);
    await loaded;
    const first = element.login();
    await found('.stand-in input');
    element.abort();
    await rejection(first);
    // The service's own address, which the sandbox answers with the facade.
    const second = element.login();
    await found('ydrz-auth-layer');
    element.abort();
    expect(await rejection(second)).to.include({ code: '503' });
    expect(await lane.asked()).to.include('official-script');
    script.remove();
  });

  for (const authPageType of ['1', '2']) {
    it(`ends with a hint where it breaks at level 1 in a popup (${authPageType})`, async () => {
      const errors: string[] = [];
      const { onerror } = window;
      window.onerror = (message) => {
        errors.push(typeof message === 'string' ? message : message.type);
        return true;
      };
      try {
        const { element } = await openStandIn({ authPageType, layerOptions: MASKED }, 'cm-level1');
        const left = scriptsLeft();
        const error = await rejection(element.login());
        expect(error).to.include({ code: '500' }).and.have.property('hint').that.includes('authLevel 1');
        expect(error).to.have.nested.property('cause.name', 'ReferenceError');
        expect(scriptsLeft()).to.deep.equal(left);
        expect(errors.join()).to.contain('not defined');
      } finally {
        window.onerror = onerror;
      }
    });
  }

  it('ends with a hint where nothing comes, as under a policy that blocks the carrier’s script', async () => {
    const { element, lane } = await openStandIn({ authPageType: '1', timeout: 500 });
    await lane.spoil({ exchange: 'cm', kind: 'timeout' });
    const error = await rejection(element.login());
    expect(error).to.include({ code: '500', phase: 'retrieval' });
    expect(error).to.have.property('hint').that.includes('#ydrzCustomControls');
  });

  it('finds the element that `mount` names, whatever its id', async () => {
    const place = await fixture<HTMLElement>(html`<div id="other">Please wait</div>`);
    const { element } = await openStandIn({ authPageType: '2', mount: 'other' });
    const login = element.login();
    await fillIn();
    expect(place.querySelector('input')).to.not.equal(null);
    expect((await login).token).to.match(/^STsid/);
    expect(place.id).to.equal('other');
    expect(place.childElementCount).to.equal(0);
  });

  it('refuses such a `mount` where another element has the only id that it knows', async () => {
    await container();
    await fixture(html`<div id="other"></div>`);
    const { element } = await openStandIn({ authPageType: '2', mount: 'other' });
    const error = await rejection(element.login());
    expect(error).to.include({ code: '506' }).and.have.property('hint').that.is.not.empty;
  });
});
