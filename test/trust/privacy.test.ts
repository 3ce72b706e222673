import { expect } from '@open-wc/testing';
import 'ydrz-elements/login';
import md5 from 'crypto-js/md5.js';
import { EVENTS, HIDDEN, next, openLogin } from '../services/element-fixture.js';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';
import { jsonTexts } from '../services/json-texts.js';
import { rejection } from '../services/rejection.js';

const NUMBER = '13800138000';

const methods = ['debug', 'log', 'info', 'warn', 'error', 'table', 'dir', 'trace'] as const;

/** Everything that is written to the console. */
const listenToConsole = () => {
  const said: string[] = [];
  const saved = methods.map((name) => [name, console[name]] as const);
  for (const name of methods) console[name] = (...words: unknown[]) => said.push(words.map(String).join(' '));
  return { said, restore: () => Object.assign(console, Object.fromEntries(saved)) };
};

/** Everything that the element tells by events, but for `token`, as text. */
const listenToEvents = (element: YdrzLoginElement): string[] => {
  const told: string[] = [];
  for (const name of EVENTS.filter((name) => name !== 'token')) {
    element.addEventListener(name, ({ detail }) => {
      told.push(`${name} ${JSON.stringify(detail)} ${Object.values(detail).map(String).join(' ')}`);
    });
  }
  return told;
};

const markupOf = (root: ParentNode): string =>
  [...root.querySelectorAll('*')]
    .map((element) => {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
      const value = element instanceof HTMLInputElement ? element.value : '';
      return `<${element.localName} ${attributes}>${value}${element.shadowRoot ? markupOf(element.shadowRoot) : ''}`;
    })
    .join('\n') + (root.textContent ?? '');

/** All that anybody who looks at the page, its storage or its history could see. */
const observable = async (): Promise<string> => {
  const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
  const requests = performance.getEntriesByType('resource').map(({ name }) => name);
  return [
    ...[location.href, document.cookie, document.title, document.referrer, window.name],
    ...[JSON.stringify(history.state), JSON.stringify(localStorage), JSON.stringify(sessionStorage)],
    ...[JSON.stringify(databases), JSON.stringify(await caches.keys()), ...requests],
    markupOf(document),
  ].join('\n');
};

const fillIn = async (element: YdrzLoginElement, digits: string): Promise<AuthView> => {
  let screen: AuthView | null = null;
  while (!screen?.open || screen.pending) {
    await new Promise((resolve) => setTimeout(resolve, 4));
    screen = element.renderRoot.querySelector<AuthView>('ydrz-auth-layer, ydrz-auth-page');
  }
  const field = screen.renderRoot.querySelector<HTMLInputElement>('.field');
  if (!field) throw new Error('No field');
  field.value = digits;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  const box = screen.renderRoot.querySelector<HTMLInputElement>('[part=checkbox]');
  if (!box?.checked) box?.click();
  return screen;
};

describe('what is left to see of a login', () => {
  let listening: ReturnType<typeof listenToConsole>;
  beforeEach(() => {
    performance.clearResourceTimings();
    listening = listenToConsole();
  });
  afterEach(() => {
    listening.restore();
  });

  it('is no number, digits, token, accessToken or fingerprint, anywhere but in the `token` event', async () => {
    const { element, lane } = await openLogin({ authPageType: '3', name: 'token' });
    const told = listenToEvents(element);
    const token = next(element, 'token');
    const login = element.login();
    const screen = await fillIn(element, HIDDEN);
    const result = await login;
    const bought = (await lane.requests()).find(
      ({ exchange, method }) => exchange === 'token' && method === 'POST',
    );
    const { accessToken = '' } = jsonTexts(bought?.body ?? '{}');
    const seen = [await observable(), ...told, ...listening.said].join('\n');
    const secrets = [
      NUMBER,
      result.token,
      result.userInformation,
      accessToken,
      md5(NUMBER).toString(),
      `138${HIDDEN}8000`,
    ];
    for (const secret of secrets) {
      expect(secret).to.have.length.above(8);
      expect(seen.includes(secret), `${secret} is to be seen`).to.equal(false);
    }
    expect((await token).detail.token).to.equal(result.token);
    expect(screen.digits, 'the digits are forgotten').to.equal('');
    expect(screen.isConnected).to.equal(false);
    expect(listening.said).to.deep.equal([]);
  });

  it('is nothing of it in the error after wrong digits either, nor the digits of a screen that was closed', async () => {
    const { element, lane } = await openLogin({ authPageType: '3' });
    await lane.spoil({ exchange: 'token', kind: 'code', code: '104009' });
    const told = listenToEvents(element);
    const failed = rejection(element.login());
    const screen = await fillIn(element, HIDDEN);
    const error = await failed;
    expect(error).to.include({ code: '104009' });
    const shown = [JSON.stringify(error), String(error), error instanceof Error ? error.stack : ''];
    const seen = [await observable(), ...told, ...shown, ...listening.said].join('\n');
    for (const secret of [NUMBER, md5(NUMBER).toString()]) expect(seen.includes(secret)).to.equal(false);
    expect(screen.digits).to.equal('');

    await lane.heal();
    const cancelled = rejection(element.login());
    const second = await fillIn(element, HIDDEN.slice(0, 3));
    second.renderRoot.querySelector<HTMLElement>('[part=back]')?.click();
    expect(await cancelled).to.include({ code: '501' });
    expect(second.digits).to.equal('');
  });

  it('sends nobody but the service and the business server anything', async () => {
    const { element, lane } = await openLogin({ authPageType: '3' });
    const login = element.login();
    await fillIn(element, HIDDEN);
    await login;
    const hosts = new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin));
    expect([...hosts].sort()).to.deep.equal([location.origin, new URL(lane.gateway()).origin].sort());
    const logins = (await lane.requests()).filter(({ method }) => method !== 'OPTIONS');
    expect(logins.map(({ exchange }) => exchange)).to.deep.equal(['credentials', 'cm', 'token']);
    for (const { path, headers, body } of logins) {
      expect(path + JSON.stringify(headers) + body).not.to.contain(NUMBER);
    }
  });
});
