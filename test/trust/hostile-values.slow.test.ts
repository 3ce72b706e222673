import { expect } from '@open-wc/testing';
import 'ydrz-elements/login';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';
import { rejection } from '../services/rejection.js';
import { HIDDEN, answerWith, openLogin } from '../services/element-fixture.js';

// What a framework, a store or a careless script may put into any property, at any depth: a login has its one end all the same.

const thrower = (): never => {
  throw new RangeError('theirs');
};

const cyclic: Record<string, unknown> = { login: 'x', titleStyle: {} };
cyclic['self'] = cyclic;
cyclic['titleStyle'] = cyclic;

const getter = Object.defineProperty({}, 'login', { enumerable: true, get: thrower });

const bare = (fields: object): object => {
  Reflect.setPrototypeOf(fields, null);
  return fields;
};

const traps = { get: thrower, has: thrower, ownKeys: thrower, getOwnPropertyDescriptor: thrower };

const VALUES: Readonly<Record<string, unknown>> = {
  null: null,
  'a list': [null, [[]], { login: null }],
  'a function': () => thrower,
  'something cyclic': cyclic,
  'a getter that throws': getter,
  'one deep inside': { titleStyle: getter, agreementTexts: [getter], phoneStyle: { numStyle: getter } },
  'a proxy that throws': new Proxy({}, traps),
  'a proxy deep inside': { titleStyle: new Proxy({}, traps), login: new Proxy({}, traps) },
  'a revoked proxy': (() => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  })(),
  'a symbol': Symbol('x'),
  'symbols inside': { [Symbol('x')]: 1, login: Symbol('x'), titleStyle: { name: Symbol('x') } },
  'a big integer': 10n ** 400n,
  'texts of objects': {
    login: { toString: thrower },
    titleStyle: { name: { valueOf: thrower, toString: thrower } },
  },
  'an object without a prototype': bare({ login: 'x', toString: 1 }),
  'a node': document.createElement('p'),
};

const PROPERTIES = [
  ...([
    'messages',
    'layerOptions',
    'pageOptions',
    'label',
    'mount',
    'name',
    'version',
    'authPageType',
  ] as const),
  ...(['appId', 'credentials', 'credentialsUrl', 'expandParams', 'gateway', 'jsonp', 'jsonpHosts'] as const),
  ...([
    'pageSource',
    'driver',
    'officialSrc',
    'reportUrl',
    'prefetch',
    'timeout',
    'testLine',
    'nonce',
    'lang',
  ] as const),
];

/** As a framework does, which knows no types. A setter of the browser's own may refuse. */
const give = (element: YdrzLoginElement, name: string, value: unknown): void => {
  try {
    Reflect.set(element, name, value);
  } catch {
    // `lang` and `nonce` make a text of what they are given.
  }
};

/** Whatever it shows, filled in as soon as it is there. */
const userOf = async (element: YdrzLoginElement, over: AbortSignal): Promise<void> => {
  while (!over.aborted) {
    const screen = element.renderRoot.querySelector<AuthView>('ydrz-auth-layer[open], ydrz-auth-page[open]');
    const field = screen?.renderRoot.querySelector<HTMLInputElement>('.field');
    const box = screen?.renderRoot.querySelector<HTMLInputElement>('[part=checkbox]');
    if (field && box && !screen?.pending) {
      field.value = HIDDEN;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      if (!box.checked) box.click();
    }
    await new Promise(requestAnimationFrame);
  }
};

const endsOf = (element: YdrzLoginElement): string[] => {
  const ends: string[] = [];
  for (const name of ['token', 'error'] as const) element.addEventListener(name, () => ends.push(name));
  return ends;
};

describe('<ydrz-login> that is given anything at all', function () {
  this.timeout(60_000);
  // What cannot be rendered is told as an unhandled rejection, as Lit does: a matter of the page's console, not of the login.
  const quiet = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
  };
  const { warn, error } = console;
  before(() => {
    addEventListener('unhandledrejection', quiet);
    Object.assign(console, { warn: () => undefined, error: () => undefined });
  });
  after(() => {
    removeEventListener('unhandledrejection', quiet);
    Object.assign(console, { warn, error });
  });

  for (const name of PROPERTIES) {
    it(`as its ${name} ends each login, and the next`, async () => {
      for (const [what, value] of Object.entries(VALUES)) {
        const { element } = await openLogin();
        answerWith(element);
        const kept: unknown = Reflect.get(element, name);
        give(element, name, value);
        const ends = endsOf(element);
        await element.login().catch(() => undefined);
        expect(ends, what).to.have.length(1);
        give(element, name, kept);
        expect(['done', 'failed'], what).to.include(element.state);
        expect(await element.login().then(({ code }) => code, String), what).to.equal('103000');
        element.remove();
      }
    });
  }

  for (const [name, authPageType] of [
    ['messages', '0'],
    ['messages', '2'],
    ['layerOptions', '2'],
    ['pageOptions', '3'],
  ] as const) {
    it(`as its ${name} ends a login with a screen of type ${authPageType}`, async () => {
      for (const [what, value] of Object.entries(VALUES)) {
        const { element } = await openLogin({ authPageType });
        give(element, name, value);
        const ends = endsOf(element);
        const over = new AbortController();
        const login = element.login().then(({ code }) => code, String);
        void userOf(element, over.signal);
        expect(await login, what).to.equal('103000');
        over.abort();
        expect(ends, what).to.deep.equal(['token']);
        expect(element.renderRoot.querySelector('ydrz-auth-layer, ydrz-auth-page'), what).to.equal(null);
        element.remove();
      }
    });
  }

  it('as its messages says why it has failed', async () => {
    for (const [what, value] of Object.entries(VALUES)) {
      const { element, lane } = await openLogin();
      await lane.spoil({ exchange: 'cm', kind: 'code', code: '111002' });
      give(element, 'messages', value);
      const ends = endsOf(element);
      const failed = await rejection(element.login());
      expect(failed, what).to.have.property('code', '111002');
      expect(ends, what).to.deep.equal(['error']);
      element.remove();
    }
  });
});
