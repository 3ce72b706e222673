import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import 'ydrz-elements/auth-layer';
import 'ydrz-elements/auth-page';
import { createAuthLogin } from 'ydrz-elements/legacy';
import { isFields, type Fields } from '../services/fields.js';
import { rejection } from '../services/rejection.js';
import { Lane, SANDBOX } from '../services/lane.js';
import {
  fillIn,
  frame,
  HIDDEN,
  inside,
  makeLogin,
  openScreen,
  resetMouse,
  screen,
  watchPage,
} from './played-page.js';
import type { YdrzLoginElement } from 'ydrz-elements/elements';

/** The callbacks' first answer of a documented login with this `data`. */
const ended = (data: unknown): Promise<Record<string, unknown>> =>
  new Promise((resolve) => {
    const answer = (result: object) => {
      resolve({ ...result });
    };
    const request = {
      data: { appId: '300000000001', sign: 'x', ...Object.fromEntries(Object.entries(data ?? {})) },
      success: answer,
      error: answer,
    };
    Reflect.apply(createAuthLogin({ gateway: SANDBOX }).getTokenInfo, undefined, [request]);
  });

/** As a framework does, which knows no types. */
const give = (element: object, name: string, value: unknown): void => {
  Reflect.set(element, name, value);
};

/** What a login can do without. */
const SETTINGS = [
  ...[
    'authPageType',
    'expandParams',
    'version',
    'mount',
    'label',
    'name',
    'prefetch',
    'pageSource',
    'driver',
  ],
  ...['layerOptions', 'pageOptions', 'messages', 'reportUrl', 'officialSrc', 'timeout', 'jsonpHosts'],
  ...['disabled', 'required', 'autoSubmit', 'autostart', 'testLine'],
];

/** Has a login signed by a function of the page's own, which makes something else of what its server answers. */
const answering =
  (change: (fields: Fields) => object) =>
  (login: YdrzLoginElement): void => {
    const { credentialsUrl } = login;
    give(login, 'credentials', async ({ appId }: { appId: string }) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ appId });
      const answer: unknown = await (await fetch(credentialsUrl, { method: 'POST', headers, body })).json();
      return change(isFields(answer) ? answer : {});
    });
  };

describe('values as pages give them', () => {
  before(() => setViewport({ width: 390, height: 844 }));
  afterEach(() => resetMouse());

  for (const tag of ['ydrz-auth-layer', 'ydrz-auth-page'] as const) {
    it(`<${tag}> takes the number 1 for level 1`, async () => {
      const afterwards = watchPage();
      const view = document.createElement(tag);
      view.maskPhone = '138****8000';
      Reflect.set(view, 'authLevel', 1);
      document.body.append(view);
      await view.show();
      await frame();
      expect(inside(view, '[part=submit]').getBoundingClientRect().height).to.be.above(30);
      expect(view.renderRoot.querySelector('.field')).to.equal(null);
      view.remove();
      await afterwards();
    });
  }

  for (const [name, code] of [
    ['timestamp', '105112'],
    ['traceId', '130010'],
    ['msgId', '130010'],
  ] as const) {
    it(`the documented interface refuses a ${name} that JSON has rounded, and says what to do`, async () => {
      const given: unknown = JSON.parse(
        `{"timestamp":"20241126093512123",${name === 'timestamp' ? '"traceId":"1",' : ''}"${name}":20241126093512123}`,
      );
      const afterwards = watchPage();
      const result = await ended(given);
      expect(result['code']).to.equal(code);
      expect(result['message']).to.match(/send (timestamp|traceId) as a string/);
      await afterwards();
    });
  }

  for (const digits of ['٠٠١٣', '۰۰۱۳', '００１３', '0٠１۳']) {
    it(`an application that submits ${digits} submits ${HIDDEN}`, async () => {
      const afterwards = watchPage();
      const login = makeLogin();
      login.addEventListener('authorizationrequest', (event) => {
        event.preventDefault();
        event.detail.submit(digits);
      });
      document.body.append(login);
      expect((await login.login()).code).to.equal('103000');
      login.reset();
      login.remove();
      await afterwards();
    });
  }

  /** Ways to set up a login that stands for another one, as programs and frameworks do. */
  const GIVEN: Readonly<Record<string, (login: YdrzLoginElement) => void>> = {
    'strings as objects': (login) => {
      for (const name of ['appId', 'credentialsUrl', 'gateway'] as const) {
        give(login, name, new String(login[name]));
      }
    },
    'addresses as objects': (login) => {
      for (const name of ['credentialsUrl', 'gateway'] as const) {
        give(login, name, new URL(login[name], location.href));
      }
    },
    'a BigInt': (login) => {
      give(login, 'appId', BigInt(login.appId));
      give(login, 'timeout', 8000n);
    },
    'numbers that are none': (login) => {
      for (const name of SETTINGS) give(login, name, NaN);
    },
    'booleans for texts': (login) => {
      for (const name of SETTINGS) give(login, name, false);
    },
    'undefined for all that is not needed': (login) => {
      for (const name of [...SETTINGS, 'credentials', 'nonce']) give(login, name, undefined);
    },
    'null for all that is not needed': (login) => {
      for (const name of [...SETTINGS, 'credentials', 'nonce']) give(login, name, null);
    },
    'credentials whose timestamp is a BigInt': answering((fields) => ({
      ...fields,
      timestamp: BigInt(String(fields['timestamp'])),
    })),
    'credentials whose version is a number': answering((fields) => ({ ...fields, version: 2 })),
    'credentials in a proxy that cannot be changed': answering(
      (fields) => new Proxy(Object.freeze({ ...fields }), {}),
    ),
    'credentials with more to them, and nothing in it': answering((fields) => ({
      ...fields,
      appId: null,
      version: undefined,
    })),
  };
  for (const [name, set] of Object.entries(GIVEN)) {
    it(`${name} log in`, async () => {
      const afterwards = watchPage();
      const login = makeLogin();
      login.addEventListener('authorizationrequest', (event) => {
        event.preventDefault();
        event.detail.submit(HIDDEN);
      });
      set(login);
      document.body.append(login);
      await login.updateComplete;
      expect(login.matches(':disabled')).to.equal(false);
      expect((await login.login()).code).to.equal('103000');
      login.reset();
      login.remove();
      await afterwards();
    });
  }

  for (const value of [undefined, null, NaN, 0, '']) {
    it(`disabled = ${JSON.stringify(value)} disables nothing, before and after`, async () => {
      const login = makeLogin();
      give(login, 'disabled', value);
      document.body.append(login);
      await login.updateComplete;
      expect(login.hasAttribute('disabled')).to.equal(false);
      login.disabled = true;
      await login.updateComplete;
      expect(login.matches(':disabled')).to.equal(true);
      give(login, 'disabled', value);
      await login.updateComplete;
      expect(login.matches(':disabled')).to.equal(false);
      login.remove();
    });
  }

  it('jsonp = false allows no scripts', async () => {
    const lane = new Lane();
    const login = makeLogin({ gateway: lane.gateway('ct') }, lane);
    give(login, 'jsonp', false);
    document.body.append(login);
    expect(await rejection(login.login())).to.have.property('code', '502');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
    login.remove();
  });

  it('what is set before the code is there holds, and undefined is nothing', async () => {
    const login = document.implementation.createHTMLDocument().createElement('ydrz-login');
    for (const { name, value } of makeLogin().attributes) login.setAttribute(name, value);
    Object.assign(login, {
      authPageType: 1,
      timeout: '5000',
      label: 'L',
      disabled: undefined,
      required: null,
    });
    document.body.append(login);
    await login.updateComplete;
    expect(login).to.include({ authPageType: 1, timeout: '5000', label: 'L' });
    expect(login.matches(':disabled')).to.equal(false);
    const result = login.login();
    const view = await screen();
    expect(view.localName).to.equal('ydrz-auth-layer');
    await fillIn(view);
    expect((await result).code).to.equal('103000');
    login.remove();
  });

  for (const type of ['0', '1', '2', '3']) {
    it(`authPageType ${type}: a copy of the page that was made while the screen was open shows no screen`, async () => {
      const afterwards = watchPage();
      const place = document.createElement('div');
      place.id = 'place';
      const login = makeLogin({ 'auth-page-type': type, mount: 'place' });
      document.body.append(place, login);
      const ended = login.login().catch(() => undefined);
      await screen();
      const copies = [place.cloneNode(true), document.importNode(place, true)];
      const text = place.outerHTML;
      login.abort();
      await ended;
      login.remove();
      place.replaceWith(...copies);
      const parsed = document.createElement('div');
      parsed.innerHTML = text;
      document.body.append(parsed);
      await frame();
      expect(openScreen()).to.equal(undefined);
      for (const id of document.querySelectorAll('#place')) id.remove();
      parsed.remove();
      await afterwards();
    });
  }

  /** Ways to have a copy of a login from its text or its attributes. */
  const COPIES: Readonly<Record<string, (login: YdrzLoginElement, place: HTMLElement) => void>> = {
    'a contextual fragment': ({ outerHTML }, place) => {
      place.append(document.createRange().createContextualFragment(outerHTML));
    },
    insertAdjacentHTML: ({ outerHTML }, place) => {
      place.insertAdjacentHTML('beforeend', outerHTML);
    },
    'a template': ({ outerHTML }, place) => {
      const template = document.createElement('template');
      template.innerHTML = outerHTML;
      place.append(template.content.cloneNode(true));
    },
    'a document that was parsed, and adopted': ({ outerHTML }, place) => {
      const { body } = new DOMParser().parseFromString(outerHTML, 'text/html');
      place.append(...Array.from(body.children, (each) => document.adoptNode(each)));
    },
    'XML text': (login, place) => {
      const text = new XMLSerializer().serializeToString(login);
      const { documentElement } = new DOMParser().parseFromString(text, 'application/xhtml+xml');
      place.append(document.adoptNode(documentElement));
    },
    'its class': (login, place) => {
      const copy: unknown = Reflect.construct(login.constructor, []);
      if (!(copy instanceof HTMLElement)) return;
      for (const { name, value } of login.attributes) copy.setAttribute(name, value);
      place.append(copy);
    },
  };
  for (const [name, copy] of Object.entries(COPIES)) {
    it(`a copy by ${name} of a login that runs does not run, and logs in`, async () => {
      const afterwards = watchPage();
      const login = makeLogin();
      const place = document.createElement('div');
      document.body.append(login, place);
      const ended = login.login().catch(() => undefined);
      await screen();
      copy(login, place);
      login.abort();
      await ended;
      login.remove();
      const other = document.querySelector('ydrz-login');
      if (!other) throw new Error('No copy');
      await other.updateComplete;
      expect(other.getAttribute('state')).to.equal('idle');
      const result = other.login();
      await fillIn(await screen());
      expect((await result).code).to.equal('103000');
      other.reset();
      place.remove();
      await afterwards();
    });
  }
});
