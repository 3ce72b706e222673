import { expect } from '@open-wc/testing';
import 'ydrz-elements/login';
import { next, openLogin } from '../services/element-fixture.js';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import type { AuthView } from '../services/auth-view.js';
import { rejection } from '../services/rejection.js';
import { harmIn } from './harm.js';
import { PAYLOADS, nameOf } from './payloads.js';

/** As much as the sandbox lets a test put into one answer; huge ones are put on the screens themselves. */
const SHORT = PAYLOADS.map((payload) => payload.slice(0, 500));

const PAGE_OPTION_FIELDS = [
  'agreeTextColour',
  'configBusinessName',
  'agreeButtonColour',
  'agreeButtonText',
  'pageTitle',
  'agreeCheckPic',
] as const;

const CONTROL_FIELDS = [
  'name',
  'width',
  'height',
  'high',
  'left',
  'font-size',
  'background-color',
  'border',
  'color',
  'url',
];

const fieldsOf = (names: readonly string[], payload: string) =>
  Object.fromEntries(names.map((name) => [name, payload]));

/** The answer of China Mobile with a payload wherever it may say what it likes. */
const retrievalWith = (payload: string) => ({
  body: {
    ...{ resultCode: '103000', resultDesc: payload, accessToken: payload || 'x', maskPhone: '138****8000' },
    ...{ authPageUrl: payload, authLevel: payload, appName: payload },
    customerPrivacyConfig: payload.startsWith('{')
      ? payload
      : JSON.stringify({ [payload]: payload, 用户协议: payload, [`${payload}2`]: 'https://x.example/' }),
  },
});

const pageOptionWith = (payload: string) => ({
  resultCode: '103000',
  data: {
    pageOption: {
      ...fieldsOf(PAGE_OPTION_FIELDS, payload),
      customControlsConf: JSON.stringify([fieldsOf(CONTROL_FIELDS, payload), payload]),
    },
  },
});

const screenOf = async (element: YdrzLoginElement): Promise<AuthView> => {
  for (;;) {
    const screen = element.renderRoot.querySelector<AuthView>('ydrz-auth-layer');
    if (screen?.open) return screen;
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
};

describe('<ydrz-login> at a service that was taken over', function () {
  this.timeout(120_000);
  const { warn } = console;
  const base = document.createElement('base');

  before(() => {
    base.href = 'http://localhost:1/';
    document.head.append(base);
    console.warn = () => undefined;
  });
  after(() => {
    base.remove();
    console.warn = warn;
  });

  it('shows what it is told as text: names, agreements, the popup’s look', async () => {
    const { element, lane } = await openLogin({ authPageType: '1' });
    element.credentialsUrl = new URL(element.credentialsUrl, location.origin).href;
    const found: Record<string, string[]> = {};
    for (const payload of SHORT) {
      await lane.heal();
      await lane.spoil(
        { exchange: 'cm', kind: 'body', body: JSON.stringify(retrievalWith(payload)) },
        { exchange: 'page-option', kind: 'body', body: JSON.stringify(pageOptionWith(payload)) },
      );
      const ended = rejection(element.login());
      const screen = await screenOf(element);
      await screen.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
      const findings = harmIn(element.renderRoot);
      const agreements = [...screen.renderRoot.querySelectorAll('[part=agreement-link]')];
      if (!agreements[0]?.textContent.includes('中国移动认证服务协议'))
        findings.push('the carrier’s agreement is not first');
      if (findings.length > 0) found[nameOf(payload)] = findings;
      element.abort();
      await ended;
    }
    expect(found).to.deep.equal({});
  });

  it('fails with what it is told as text: codes and descriptions, of every carrier', async () => {
    const { element, lane } = await openLogin({});
    element.credentialsUrl = new URL(element.credentialsUrl, location.origin).href;
    const found: Record<string, unknown> = {};
    for (const payload of SHORT) {
      const flat = JSON.stringify({ resultCode: payload, desc: payload, data: payload, resultDesc: payload });
      await lane.heal();
      await lane.spoil(
        { exchange: 'cm', kind: 'body', body: `{"body":${flat}}` },
        { exchange: 'ct-script', kind: 'body', body: `getTelecomPhone(${flat})` },
        { exchange: 'cu-phonescrip', kind: 'body', body: flat },
      );
      const failed = next(element, 'error');
      await rejection(element.login());
      const { detail } = await failed;
      await element.updateComplete;
      const findings = harmIn(element.renderRoot);
      const shown = element.renderRoot.textContent;
      if (payload.length > 3 && shown.includes(payload))
        findings.push('the service’s words are on the button');
      if (typeof detail.code !== 'string' || !detail.hint) findings.push('the error is not whole');
      if (findings.length > 0) found[nameOf(payload)] = findings;
    }
    expect(found).to.deep.equal({});
  });

  it('listens to no window but the hosted page’s: every payload is posted, nothing happens', async () => {
    const { element, lane } = await openLogin({ pageSource: 'hosted' });
    element.credentialsUrl = new URL(element.credentialsUrl, location.origin).href;
    await lane.spoil({ exchange: 'hosted-page', kind: 'body', body: '<!doctype html>' });
    const ended = rejection(element.login());
    while (!element.renderRoot.querySelector('iframe'))
      await new Promise((resolve) => setTimeout(resolve, 4));
    const stranger = document.createElement('iframe');
    document.body.append(stranger);
    const say = (message: unknown) => {
      window.postMessage(message, '*');
      stranger.contentWindow?.parent.postMessage(message, '*');
    };
    for (const payload of PAYLOADS) {
      say(payload);
      say({ code: '103000', token: payload, userInformation: payload });
      say({ code: '501', message: payload });
      say(JSON.stringify({ code: '103000', token: 'STsid', userInformation: 'x' }));
    }
    const last = new Promise((resolve) => {
      window.addEventListener('message', ({ data }) => {
        if (data === 'the last one') resolve(undefined);
      });
    });
    say('the last one');
    await last;
    expect(element.state).to.equal('authorizing');
    stranger.remove();
    element.abort();
    expect(await ended).to.include({ code: '503' });
  });
});
