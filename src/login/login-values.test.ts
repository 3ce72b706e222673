import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import { answerWith, loggedIn, next, openLogin, partOf } from '../../test/services/element-fixture.js';
import { jsonTexts } from '../../test/services/json-texts.js';
import { rejection } from '../../test/services/wire-fixture.js';
import type { Credentials } from '../gateway/types.js';
import type { YdrzLoginElement } from './login-element.js';

/** As a framework does, which knows no types. */
const give = (element: YdrzLoginElement, name: string, value: unknown): void => {
  Reflect.set(element, name, value);
};

const screenIn = async (place: ParentNode): Promise<Element> => {
  for (;;) {
    const screen = place.querySelector('ydrz-auth-layer[open], ydrz-auth-page[open]');
    if (screen) return screen;
    await new Promise(requestAnimationFrame);
  }
};

describe('<ydrz-login> with values as frameworks give them', () => {
  it('takes numbers for texts, and null and undefined for nothing', async () => {
    const { element, lane } = await openLogin();
    answerWith(element);
    give(element, 'appId', Number(element.appId));
    give(element, 'authPageType', 1);
    for (const name of ['version', 'expandParams', 'jsonp', 'jsonpHosts', 'nonce']) give(element, name, null);
    for (const name of ['messages', 'layerOptions', 'mount']) give(element, name, undefined);
    await element.login();
    const cm = (await lane.requests()).find(({ exchange }) => exchange === 'cm');
    const body: unknown = JSON.parse(cm?.body ?? '');
    expect(body).to.include({ authPageType: '1', version: '2.0' });
    // Who gives none sends none, as with the official script.
    expect(body).to.not.have.property('expandParams');
  });

  it('shows the popup for the number 1', async () => {
    const { element } = await openLogin();
    give(element, 'authPageType', 1);
    const login = rejection(element.login());
    expect((await screenIn(element.renderRoot)).localName).to.equal('ydrz-auth-layer');
    element.abort();
    await login;
  });

  for (const messages of [
    'text',
    5,
    true,
    { login: 5, failed: null, done: {} },
    ['x'],
    { required: undefined },
  ]) {
    it(`uses its own texts for messages = ${JSON.stringify(messages)}, and ends`, async () => {
      const { element } = await openLogin({ required: true, lang: 'en' });
      give(element, 'messages', messages);
      await element.updateComplete;
      expect(partOf(element, 'button').textContent).to.include('Log in with');
      expect(element.validationMessage).to.include('log in');
      answerWith(element);
      expect((await element.login()).code).to.equal('103000');
      await element.updateComplete;
      element.appId = '';
      expect(await rejection(element.login())).to.have.property('code', '105113');
    });
  }

  const LIMITS: readonly (readonly [given: string, milliseconds: number])[] = [
    ...(['abc', '-5', '0', '', '-Infinity', 'NaN', '8s'] as const).map((given) => [given, 8000] as const),
    ...(['Infinity', '1e12', '2147483648', '4294967346', '600001'] as const).map(
      (given) => [given, 600_000] as const,
    ),
    ['1e3', 1000],
  ];
  for (const [timeout, milliseconds] of LIMITS) {
    it(`has a limit of ${String(milliseconds)} ms with timeout="${timeout}"`, async () => {
      const { element, lane } = await openLogin();
      await lane.spoil({ exchange: 'credentials', kind: 'timeout' });
      element.setAttribute('timeout', timeout);
      const { setTimeout: set } = window;
      const limits: (number | undefined)[] = [];
      const patched = (run: () => void, delay?: number): number => {
        limits.push(delay);
        return set(run, delay === milliseconds ? 50 : delay);
      };
      Object.assign(window, { setTimeout: patched });
      try {
        expect(await rejection(element.login())).to.have.property('code', '500');
      } finally {
        Object.assign(window, { setTimeout: set });
      }
      expect(limits).to.include(milliseconds);
    });
  }

  it('ends with an error that names the cause where a setting cannot be read at all', async () => {
    const { element } = await openLogin();
    for (const timeout of [Symbol('8000'), { valueOf: () => ({}), toString: () => ({}) }]) {
      give(element, 'timeout', timeout);
      const error = await rejection(element.login());
      expect(error).to.have.property('cause').that.is.instanceOf(TypeError);
      expect(element.state).to.equal('failed');
    }
    element.timeout = 8000;
    answerWith(element);
    expect((await element.login()).code).to.equal('103000');
  });

  const UNSAFE: Record<string, [fields: (given: Credentials) => object, code: string]> = {
    timestamp: [({ timestamp }) => ({ timestamp: Number(timestamp) }), '105112'],
    traceId: [() => ({ traceId: 2 ** 60 }), '130010'],
    appId: [() => ({ appId: 2 ** 60 }), '105113'],
  };
  for (const [name, [spoil, code]] of Object.entries(UNSAFE)) {
    it(`refuses a ${name} that came as a number too long to be exact, with ${code}`, async () => {
      const { element, lane } = await openLogin();
      const { credentialsUrl } = element;
      element.credentials = async ({ appId }) => {
        const body = JSON.stringify({ appId });
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(credentialsUrl, { method: 'POST', headers, body });
        const { sign = '', traceId = '', timestamp = '' } = jsonTexts(await answer.text());
        const given: Credentials = { sign, traceId, timestamp };
        return { ...given, ...spoil(given) };
      };
      const error = await rejection(element.login());
      expect(error).to.include({ code, phase: 'credentials' });
      expect(error).to.have.property('message').that.includes(`send ${name} as a string`);
      expect(await lane.asked()).to.deep.equal(['credentials']);
    });
  }
});

describe('<ydrz-login> that is copied', () => {
  const errors: unknown[] = [];
  const heard = ({ message }: ErrorEvent): void => {
    errors.push(message);
  };
  beforeEach(() => {
    errors.length = 0;
    addEventListener('error', heard);
  });
  afterEach(() => {
    removeEventListener('error', heard);
    expect(errors).to.deep.equal([]);
  });

  const COPIES: Record<string, (element: YdrzLoginElement) => Node> = {
    cloneNode: (element) => element.cloneNode(true),
    importNode: (element) => document.importNode(element, true),
    innerHTML: (element) => {
      const place = document.createElement('div');
      place.innerHTML = element.outerHTML;
      return place.firstChild ?? place;
    },
    'a snapshot that was parsed': (element) => {
      const parsed = new DOMParser().parseFromString(element.outerHTML, 'text/html');
      return document.importNode(parsed.body.firstChild ?? parsed, true);
    },
  };
  for (const [how, copyOf] of Object.entries(COPIES)) {
    for (const state of ['failed', 'done']) {
      it(`by ${how} while ${state} shows the copy's own state, and the copy works`, async () => {
        const { element } = state === 'done' ? await loggedIn() : await openLogin({ appId: '' });
        if (state === 'failed') await rejection(element.login());
        await element.updateComplete;
        expect(element.getAttribute('state')).to.equal(state);
        const copy = copyOf(element);
        element.parentElement?.append(copy);
        if (!(copy instanceof HTMLElement) || copy.localName !== 'ydrz-login') throw new Error('No copy');
        const login = document.querySelectorAll('ydrz-login')[1];
        await login?.updateComplete;
        expect(login).to.include({ state: 'idle', result: null });
        expect(login?.getAttribute('state')).to.equal('idle');
        expect(login && getComputedStyle(partOf(login, 'status')).position).to.equal('absolute');
        expect(element.getAttribute('state')).to.equal(state);
      });
    }
  }

  it('puts its attribute right when a morphing library takes it for one of the page', async () => {
    const { element } = await loggedIn();
    element.removeAttribute('state');
    await element.updateComplete;
    expect(element.getAttribute('state')).to.equal('done');
    element.setAttribute('state', 'failed');
    await element.updateComplete;
    expect(element).to.have.property('state', 'done');
    expect(element.getAttribute('state')).to.equal('done');
  });
});

describe('<ydrz-login mount>', () => {
  const { warn } = console;
  let warnings: unknown[];
  beforeEach(() => {
    warnings = [];
    console.warn = (sentence: unknown) => warnings.push(sentence);
  });
  afterEach(() => {
    console.warn = warn;
  });

  const openIn = async (root: ParentNode & Node): Promise<YdrzLoginElement> => {
    const { element } = await openLogin({ authPageType: '2', mount: 'place' });
    root.prepend(element);
    await element.updateComplete;
    return element;
  };

  const placeFor = (root: ParentNode): HTMLElement => {
    const place = document.createElement('div');
    place.id = 'place';
    root.append(place);
    return place;
  };

  it('finds an id in the shadow root that the element stands in, before one around it', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    placeFor(outer);
    const root = outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const place = placeFor(root);
    const element = await openIn(root);
    const login = rejection(element.login());
    expect((await screenIn(place)).parentElement).to.equal(place);
    element.abort();
    await login;
    expect(warnings).to.deep.equal([]);
  });

  it('finds one around the shadow root', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const place = placeFor(outer);
    const element = await openIn(
      outer.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }),
    );
    const login = rejection(element.login());
    expect((await screenIn(place)).parentElement).to.equal(place);
    element.abort();
    await login;
  });

  it('says so when nothing has the id, and stands in place', async () => {
    const { element } = await openLogin({ authPageType: '2', mount: 'nobody' });
    const failed = next(element, 'error');
    element.login().catch(() => undefined);
    await screenIn(element.renderRoot);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.include('"nobody"');
    element.abort();
    await failed;
  });
});
