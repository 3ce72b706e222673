import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import { createAuthLogin, type AuthLogin } from 'ydrz-elements/legacy';
import 'ydrz-elements/login';
import type { SeenRequest } from 'ydrz-elements/sandbox';
import { connectToLane } from '../services/element-fixture.js';
import { jsonTexts } from '../services/json-texts.js';
import { APP_ID, Lane } from '../services/lane.js';
import type { AuthView } from '../services/auth-view.js';
import { click, fillIn, openScreen } from '../services/screen-user.js';
import { validate } from '../services/validate.js';
import type { Difference } from './differences.js';
import { PRESENTATIONS, parseOfficialWire, type Presentation } from './official-wire.js';

// Every SIM with every presentation, by facade and element: what is sent and called back is what the official script sends and
// calls back, but for the differences that are listed.

const official = parseOfficialWire(await (await fetch('/test/conformance/official-wire.json')).text());

/** The hidden digits of each SIM's number; none at level 1. A SIM that is not here gets no screen. */
const DIGITS: Readonly<Record<string, string>> = {
  ...{ cm: '0013', ct: '0018', cu: '0018', 'cm-hint-cu': '0018' },
  ...{ 'cm-level1': '', 'cm-level5': '0013' },
};

type Callback = readonly [name: string, result: Record<string, unknown>];

const isPresentation = (name: string): name is Presentation => name in PRESENTATIONS;

const CELLS = Object.entries(official.asked).flatMap(([sim, presentations]) =>
  Object.entries(presentations).flatMap(([presentation, asked]) =>
    isPresentation(presentation) ? [{ sim, presentation, asked: asked.split(' ') }] : [],
  ),
);

/** The user does what the screen asks for, if there is one. */
const authorize = async (sim: string): Promise<void> => {
  const digits = DIGITS[sim];
  if (digits) await fillIn(digits);
  await click('checkbox');
};

/** What is made anew each time, under the name that the list has for it. */
const named = (result: object, traceId: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(result).map(([key, value]) => {
      if (value === traceId) return [key, '<traceId>'];
      return [key, /^(token|userInformation|accessToken)$/.test(key) ? `<${key}>` : value];
    }),
  );

/** The callbacks that the official script was seen to make, or would have made where it was refused or broke. */
const expectedCallbacks = (sim: string, presentation: Presentation, seen: Set<Difference>) => {
  const name = official.callbacks[sim]?.[presentation];
  if (name === undefined && sim === 'cm-level1' && /^(1|2 with mask)$/.test(presentation)) {
    seen.add('level1-popups');
  }
  return official.sequences[name ?? (presentation === '2 without mask' ? 'layer in the page' : 'token')];
};

const play = async (
  login: AuthLogin,
  lane: Lane,
  sim: string,
  presentation: Presentation,
): Promise<Callback[]> => {
  const options = PRESENTATIONS[presentation];
  const signed = await fetch(lane.credentialsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId: APP_ID }),
  });
  const { sign = '', traceId = '', timestamp = '' } = jsonTexts(await signed.text());
  const told: Callback[] = [];
  const { authPageType } = options;
  if ('layerOptions' in options) login.CustomControlsInit('ydrzCustomControls', options.layerOptions);
  await new Promise<void>((resolve) => {
    const hears =
      (name: string, then: (result: object) => void = () => undefined) =>
      (result: object) => {
        told.push([name, named(result, traceId)]);
        if ('token' in result || name.endsWith('error')) resolve();
        else then(result);
      };
    const data = { version: '2.0', appId: APP_ID, traceId, expandParams: '' };
    login.getTokenInfo({
      data: { ...data, sign, timestamp, openType: '1', authPageType },
      success: hears('success', (result) => {
        // Level 5: the page asks by itself.
        if (!('accessToken' in result) || !('maskPhone' in result)) return;
        const { accessToken, maskPhone } = result;
        login.authGetToken({
          data: {
            ...data,
            accessToken: String(accessToken),
            maskPhone: String(maskPhone),
            maskVal: DIGITS[sim] ?? '',
          },
          success: hears('token.success'),
          error: hears('token.error'),
        });
      }),
      error: hears('error'),
      layerCallback: hears('layer', () => {
        login.authGetTokenByLayer(hears('byLayer.success'), hears('byLayer.error'));
      }),
    });
    const isAsked = sim in DIGITS && sim !== 'cm-level5';
    if (isAsked) {
      void authorize(sim).then(async () => {
        const isByButton = sim === 'cm-level1' && presentation !== '2 without mask';
        if (isByButton) await click('submit');
      });
    }
  });
  return told;
};

/** Names that say nothing of the protocol: the browser's own, the connection's, and the page's, which differ in each test. */
const OWN =
  /^(accept.*|cache-control|connection|content-length|host|origin|pragma|priority|referer|sec-.*|user-agent|te|dnt)$/;

const bodyOf = (body: string): Record<string, unknown> => {
  const value: unknown = body ? JSON.parse(body) : {};
  return typeof value === 'object' && value !== null ? { ...value } : {};
};

const plus = (kind: string, ours: Iterable<string>, theirs: Iterable<string>): string[] => {
  const [mine, others] = [new Set(ours), new Set(theirs)];
  return [
    ...[...mine].filter((key) => !others.has(key)).map((key) => `${kind} +${key}`),
    ...[...others].filter((key) => !mine.has(key)).map((key) => `${kind} -${key}`),
  ];
};

/** Key by key, and by value where the list has one: what of a request is not as the official script sends it. */
const differencesOf = ({ exchange, method, path, headers, body }: SeenRequest): string[] => {
  const theirs = official.requests[exchange];
  if (!theirs) return [`${exchange} is not the script's`];
  const fixed = (value: unknown) => typeof value === 'string' && !value.includes('<');
  const mine = Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.test(name)));
  const sent = bodyOf(body);
  return [
    ...(method === theirs.method ? [] : ['method']),
    ...(path.includes(theirs.path) || theirs.path.startsWith('as ') ? [] : ['path']),
    ...plus('header', Object.keys(mine), Object.keys(theirs.headers)),
    ...plus('body', Object.keys(sent), Object.keys(theirs.body ?? {})),
    ...Object.entries(theirs.headers).flatMap(([name, value]) =>
      fixed(value) && mine[name]?.toLowerCase() !== value.toLowerCase() ? [`header ${name}`] : [],
    ),
    ...Object.entries(theirs.body ?? {}).flatMap(([name, value]) =>
      fixed(value) && sent[name] !== value ? [`body ${name}`] : [],
    ),
  ].map((what) => `${exchange}: ${what}`);
};

/** What may differ in a request, and what that is called. */
const IN_REQUESTS: Readonly<Record<string, Difference>> = {
  'page-option: path': 'one-slash',
  'token: path': 'one-slash',
  'cu-callback: body +userInformation': 'cu-user-information',
};

/** Which requests are made that the script does not make, or the other way round, and what that is called. */
const orderDifference = (
  ours: readonly string[],
  theirs: readonly string[],
  sim: string,
): Set<Difference> => {
  const seen = new Set<Difference>();
  let left = [...theirs];
  if (left.includes('hosted-page')) {
    seen.add('own-page');
    left = left.map((name) => (name === 'hosted-page' ? 'token' : name));
  }
  if (sim === 'cm-hint-cu') {
    seen.add('owner-first');
    left = left.filter((name) => !name.startsWith('ct-'));
  }
  if (sim === 'cm-level1' && !left.includes('token')) {
    seen.add('level1-popups');
    left.push('token');
  }
  const aside = (names: readonly string[]) => names.filter((name) => name !== 'page-option');
  expect(aside(ours), 'requests, in order').to.deep.equal(aside(left));
  if (ours.indexOf('page-option') !== left.indexOf('page-option')) {
    expect(ours.includes('page-option') || !left.includes('page-option'), 'the look, of a popup').to.equal(
      true,
    );
    expect(
      ours.some((name) => name.endsWith('-phonescrip')),
      'beside the others’ requests alone',
    ).to.equal(true);
    seen.add('look-beside');
  }
  return seen;
};

/** Milliseconds for one login: a hundred of them on a busy machine. */
const PATIENCE = 60_000;

const found = new Set<Difference>();

describe('as the official script: what is sent and called back', function () {
  this.timeout(PATIENCE);
  for (const { sim, presentation, asked } of CELLS) {
    it(`${sim}, ${presentation}`, async () => {
      await fixture(html`<div id="ydrzCustomControls"></div>`);
      const lane = new Lane();
      const login = createAuthLogin({ gateway: lane.gateway(sim) });
      const told = await play(login, lane, sim, presentation);
      const expected = expectedCallbacks(sim, presentation, found);
      expect(told).to.deep.equal(expected);
      expect(openScreen()).to.equal(null);

      const sent = (await lane.requests()).filter(
        ({ method, exchange }) => method !== 'OPTIONS' && exchange !== 'credentials',
      );
      for (const one of orderDifference(
        sent.map(({ exchange }) => exchange),
        asked,
        sim,
      ))
        found.add(one);
      for (const what of sent.flatMap(differencesOf)) {
        const difference = IN_REQUESTS[what];
        expect(difference, `${what} is in no list`).not.to.equal(undefined);
        if (difference) found.add(difference);
      }
    });
  }

  it('differs in nothing that is listed and never met', () => {
    const met: Difference[] = [
      ...(['own-page', 'one-slash', 'cu-user-information', 'owner-first'] as const),
      'level1-popups',
    ];
    // Whether the look is asked before the last of the others' requests or after it is chance.
    found.delete('look-beside');
    expect([...found].sort()).to.deep.equal(met.sort());
  });
});

describe('as the official script: how the element ends', function () {
  this.timeout(PATIENCE);
  for (const { sim, presentation } of CELLS) {
    it(`${sim}, ${presentation}`, async () => {
      const place = await fixture(html`<div></div>`);
      const element = document.createElement('ydrz-login');
      connectToLane(element, sim);
      Object.assign(element, PRESENTATIONS[presentation]);
      element.addEventListener('authorizationrequest', (event) => {
        event.preventDefault();
        event.detail.submit(DIGITS[sim] ?? '');
      });
      place.append(element);
      const end: unknown = await element.login().catch((error: unknown) => error);
      const [, theirs] = expectedCallbacks(sim, presentation, new Set())?.at(-1) ?? [];
      if (end instanceof Error) {
        const { msgId, ...carriers } = bodyOf(JSON.stringify(end));
        expect(msgId).to.match(/^\w{32}$/);
        expect({ msgId: '<traceId>', ...carriers }).to.deep.equal(theirs);
      } else {
        expect(end).to.include({ code: '103000', message: '成功' }).and.to.have.property('token');
        expect(theirs).to.have.property('token');
      }
    });
  }
});

/** The element's screen, wherever it stands, once it takes input. */
const screenOf = async (element: YdrzLoginElement): Promise<AuthView> => {
  for (;;) {
    const screen = element.renderRoot.querySelector<AuthView>('ydrz-auth-layer[open], ydrz-auth-page[open]');
    if (screen) {
      await screen.updateComplete;
      return screen;
    }
    await new Promise(requestAnimationFrame);
  }
};

const pressed = (screen: AuthView, part: string): void => {
  screen.renderRoot.querySelector<HTMLElement>(`[part=${part}]`)?.click();
};

describe('as the official script: how the element ends with the screens of its own, and a user who types', function () {
  this.timeout(PATIENCE);
  for (const { sim, presentation } of CELLS) {
    const hidden = DIGITS[sim];
    if (hidden === undefined) continue;
    it(`${sim}, ${presentation}`, async () => {
      const place = await fixture(html`<div></div>`);
      const element = document.createElement('ydrz-login');
      connectToLane(element, sim);
      Object.assign(element, PRESENTATIONS[presentation]);
      place.append(element);
      const complete: string[] = [];
      element.addEventListener('inputcomplete', ({ type }) => complete.push(type));
      const login = element.login();
      const screen = await screenOf(element);
      expect(screen.localName).to.equal(/^[12]/.test(presentation) ? 'ydrz-auth-layer' : 'ydrz-auth-page');
      screen.focus();
      if (hidden) await sendKeys({ type: hidden });
      pressed(screen, 'checkbox');
      if (!hidden) pressed(screen, 'submit');
      const result = await login;
      expect(result.code).to.equal('103000');
      expect(complete).to.deep.equal(['inputcomplete']);
      expect(screen.isConnected).to.equal(false);
      expect(await validate(result))
        .to.have.property('phone')
        .that.matches(/^1\d{10}$/);
    });
  }
});

describe('as the official script: getConnection', () => {
  for (const appId of [123, 0, '', '300012345678', null]) {
    it(`gives the appid back as it was given: ${JSON.stringify(appId)}`, () => {
      const login = createAuthLogin();
      const connection: unknown = Reflect.apply(login.getConnection, login, [appId]);
      expect(connection).to.have.all.keys('appid', 'msgid', 'netType');
      expect(connection).to.have.property('appid', appId ?? '');
    });
  }
});
