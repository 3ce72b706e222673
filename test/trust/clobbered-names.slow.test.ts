import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';
import { HIDDEN } from '../services/element-fixture.js';
import { jsonTexts } from '../services/json-texts.js';
import { APP_ID, Lane, SANDBOX } from '../services/lane.js';
import { frame as drawn, until } from '../pages/played-page.js';

// Forms, images and frames of a page hide the document's properties behind their own names, and a form's fields those of the form.

/** What Lit asks of the document, for every element that is made with it: no code of ours can do anything about it. */
const LITS = ['createElement', 'createComment', 'createTextNode', 'createTreeWalker', 'importNode'];

const namesOf = (prototype: unknown): string[] =>
  typeof prototype === 'object' && prototype !== null
    ? [...Object.getOwnPropertyNames(prototype), ...namesOf(Object.getPrototypeOf(prototype))]
    : [];

/** Every name that a document has, whoever reads it, and `host`, by which code likes to tell a shadow root. */
const NAMES = new Set([...namesOf(Document.prototype), 'host'].filter((name) => !LITS.includes(name)));

/** Every name that a form has. */
const FORM_NAMES = new Set(namesOf(HTMLFormElement.prototype));

/** A document as the browser defines it, for the test's own eyes. */
const unhidden = (page: Document): Document =>
  new Proxy(page, {
    get(_, name): unknown {
      const value: unknown = Reflect.get(Document.prototype, name, page);
      return typeof value === 'function' ? value.bind(page) : value;
    },
  });

/** A page in a frame, so that the test's own keeps its names. */
const openPage = async (): Promise<{ page: Document; view: Window }> => {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe src="/test/services/blank-page.html" width="390" height="700"></iframe>`,
  );
  if (frame.contentDocument?.title !== 'A page with nothing in it') await oneEvent(frame, 'load');
  const { contentDocument, contentWindow } = frame;
  if (!contentDocument || !contentWindow) throw new Error('No page');
  // The service knows this test's address.
  contentWindow.history.replaceState(null, '', location.href);
  return { page: unhidden(contentDocument), view: contentWindow };
};

const load = async (page: Document, src: string, attributes: Record<string, string> = {}): Promise<void> => {
  const script = page.createElement('script');
  for (const [name, value] of Object.entries({ ...attributes, src })) script.setAttribute(name, value);
  page.head.append(script);
  await oneEvent(script, 'load');
};

/** The user, as soon as a screen is there: the digits, and the tick. */
const authorize = async (...roots: ParentNode[]): Promise<AuthView> => {
  let view: AuthView | null | undefined;
  await until(() => {
    view = roots
      .map((root) => root.querySelector<AuthView>('ydrz-auth-layer, ydrz-auth-page'))
      .find((found) => found?.open && found.renderRoot.querySelector('.field'));
    return Boolean(view);
  });
  const field = view?.renderRoot.querySelector<HTMLInputElement>('.field');
  if (!view || !field) throw new Error('No screen');
  // All that opening a dialog does has been done, up to the page's scrolling.
  const { overflow } = getComputedStyle(unhidden(view.ownerDocument).documentElement);
  expect(overflow).to.equal(view.renderRoot.querySelector('dialog') ? 'hidden' : 'visible');
  field.value = HIDDEN;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  view.renderRoot.querySelector<HTMLElement>('[part=checkbox]')?.click();
  return view;
};

/** What a page looks like that nothing is done to. */
const stateOf = (page: Document, view: Window) => ({
  overflow: [page.documentElement, page.body].map((element) => view.getComputedStyle(element).overflow),
  sheets: page.adoptedStyleSheets.length,
  screens: page.querySelectorAll('ydrz-auth-layer, ydrz-auth-page, ydrz-screen').length,
});

/** Put an element with each of the names into the page. */
const hide = (page: Document, kind: string, names: Iterable<string>): void => {
  for (const name of names) {
    const element = page.createElement(kind);
    element.setAttribute('name', name);
    element.setAttribute('id', name);
    page.body.append(element);
  }
};

const makeLogin = (page: Document, attributes: Readonly<Record<string, string>>): YdrzLoginElement => {
  const lane = new Lane();
  const login = page.createElement('ydrz-login');
  const { credentialsUrl } = lane;
  const settings = { 'app-id': APP_ID, 'credentials-url': credentialsUrl, gateway: lane.gateway() };
  for (const [name, value] of Object.entries({ ...settings, ...attributes })) {
    login.setAttribute(name, value);
  }
  return login;
};

const SETTINGS: readonly Readonly<Record<string, string>>[] = [
  { 'auth-page-type': '1' },
  { 'auth-page-type': '0', timeout: '8000' },
  { 'auth-page-type': '2', 'layer-options': '{"maskStyle":{"ifShowMask":false}}', mount: 'place' },
  { driver: 'official', 'auth-page-type': '1' },
];

describe('a page whose markup goes by the names of the browser', () => {
  before(async function () {
    // The sandbox may have to build the official script's stand-in first.
    this.timeout(120_000);
    await fetch(`${SANDBOX}/h5/js/jssdk_auth/jssdk-1.0.0.min.js`);
  });

  const logIn = async (page: Document, view: Window, place: Element, settings: Record<string, string>) => {
    await load(page, '/dist/browser/login.js', { type: 'module' });
    const before = stateOf(page, view);
    const login = makeLogin(page, settings);
    place.append(login);
    await login.updateComplete;
    const result = login.login();
    await Promise.race([result, authorize(login.renderRoot, page)]);
    expect((await result).token).to.match(/^STsid/);
    login.remove();
    await drawn();
    expect(stateOf(page, view)).to.deep.equal(before);
  };

  for (const kind of ['form', 'img', 'embed', 'object', 'iframe']) {
    for (const settings of SETTINGS) {
      it(`<${kind} name> of every name: ${JSON.stringify(settings)}`, async function () {
        this.timeout(60_000);
        const { page, view } = await openPage();
        hide(page, kind, NAMES);
        const place = page.createElement('div');
        place.id = 'place';
        page.body.append(place);
        await logIn(page, view, page.body, settings);
      });
    }

    it(`<${kind} name> of every name: the documented interface`, async function () {
      this.timeout(60_000);
      const { page, view } = await openPage();
      hide(page, kind, NAMES);
      const lane = new Lane();
      await load(page, '/dist/ydrz.min.js', { 'data-gateway': lane.gateway() });
      const before = stateOf(page, view);
      const answer = await fetch(lane.credentialsUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ appId: APP_ID }),
      });
      const { sign = '', traceId = '', timestamp = '', version = '' } = jsonTexts(await answer.text());
      const result = new Promise((success, error) => {
        view.YDRZAuthLogin?.getTokenInfo({
          data: { sign, traceId, timestamp, version, appId: APP_ID, authPageType: '1' },
          success,
          error,
        });
      });
      await Promise.race([result, authorize(page)]);
      expect(await result).to.include({ code: '103000' });
      await drawn();
      expect(stateOf(page, view)).to.deep.equal(before);
    });
  }

  for (const settings of SETTINGS) {
    it(`fields of every name in the form around the login: ${JSON.stringify(settings)}`, async () => {
      const { page, view } = await openPage();
      const form = page.createElement('form');
      page.body.append(form);
      for (const name of FORM_NAMES) {
        const field = page.createElement('input');
        field.setAttribute('name', name);
        HTMLElement.prototype.append.call(form, field);
      }
      const place = page.createElement('div');
      HTMLElement.prototype.append.call(form, place);
      // It is where the screen is put, and whose language it has.
      HTMLElement.prototype.setAttribute.call(form, 'id', 'place');
      HTMLElement.prototype.setAttribute.call(form, 'lang', 'en');
      await logIn(page, view, place, settings);
    });
  }
});
