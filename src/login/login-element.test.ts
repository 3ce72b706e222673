import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import './define.js';
import {
  answerWith,
  asked,
  HIDDEN,
  next,
  openLogin,
  partOf,
  record,
} from '../../test/services/element-fixture.js';
import { YdrzError } from '../codes/ydrz-error.js';
import { BUTTON_TEXTS } from '../locale/button-texts.js';
import type { YdrzLoginElement } from './login-element.js';
import { LOGIN_STATES } from './names.js';

/** The states that the element shows in every way that it has. */
const shownStates = (element: YdrzLoginElement): string[] => [
  element.state,
  element.getAttribute('state') ?? '',
  LOGIN_STATES.filter((state) => element.matches(`:state(${state})`)).join(),
];

const textOf = (element: YdrzLoginElement, part: string): string => partOf(element, part).textContent.trim();

describe('<ydrz-login>', () => {
  it('is accessible in every state', async () => {
    const { element } = await openLogin();
    await expect(element).to.be.accessible();

    element.innerHTML = '';
    const fallback = document.createElement('a');
    fallback.slot = 'fallback';
    fallback.href = '#sms';
    fallback.textContent = '使用短信验证码登录';
    element.append(fallback);
    const request = asked(element);
    const login = element.login();
    await request;
    await element.updateComplete;
    await expect(element).to.be.accessible();

    (await request).submit(HIDDEN);
    await login;
    await element.updateComplete;
    await expect(element).to.be.accessible();

    element.gateway = element.gateway.replace('/sim/cm', '/sim/wifi');
    await element.login().catch(() => undefined);
    await element.updateComplete;
    expect(partOf(element, 'fallback').checkVisibility()).to.equal(true);
    await expect(element).to.be.accessible();

    element.disabled = true;
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('shows its state as a property, an attribute and a custom state, and tells of each change', async () => {
    const { element } = await openLogin();
    answerWith(element);
    expect(element.state).to.equal('idle');
    const seen: string[][] = [];
    element.addEventListener('statechange', ({ detail: { state, previous } }) => {
      seen.push([previous, state, LOGIN_STATES.filter((name) => element.matches(`:state(${name})`)).join()]);
    });
    await element.login();
    await element.updateComplete;
    expect(seen).to.deep.equal([
      ['idle', 'preparing', 'preparing'],
      ['preparing', 'retrieving', 'retrieving'],
      ['retrieving', 'authorizing', 'authorizing'],
      ['authorizing', 'exchanging', 'exchanging'],
      ['exchanging', 'done', 'done'],
    ]);
    expect(shownStates(element)).to.deep.equal(['done', 'done', 'done']);
  });

  it('is idle in `:state()` before anything happened', async () => {
    const { element } = await openLogin();
    expect(shownStates(element)).to.deep.equal(['idle', 'idle', 'idle']);
  });

  it('ends with one `token` event, which bubbles out of shadow roots, and with the promise’s same result', async () => {
    const { element, lane } = await openLogin();
    answerWith(element);
    const log = record(element);
    const event = oneEvent(document, 'token');
    const result = await element.login();
    const heard = await event;
    expect(heard.composed).to.equal(true);
    expect(heard).to.have.property('detail', result);
    expect(element.result).to.equal(result);
    expect(result).to.have.all.keys(
      ...['code', 'message', 'token', 'userInformation', 'msgId', 'operator', 'expiresAt'],
    );
    expect(result.code).to.equal('103000');
    expect(result.operator).to.equal('CM');
    expect(result.expiresAt - Date.now()).to.be.within(110_000, 120_000);
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
    expect(log).to.deep.equal([
      'state preparing',
      'hop credentials',
      'state retrieving',
      'hop cm',
      'state authorizing',
      'authorizationrequest',
      'state exchanging',
      'hop token',
      'state done',
      'token',
    ]);
  });

  it('tells of every request by a `hop` event that holds no number, digits, token or fingerprint', async () => {
    const { element } = await openLogin({}, 'ct');
    answerWith(element, ({ submit }) => {
      submit('0018');
    });
    const hops: string[] = [];
    element.addEventListener('hop', ({ detail, bubbles }) => {
      expect(bubbles).to.equal(false);
      expect(detail).to.have.all.keys('name', 'url', 'start', 'duration', 'code');
      expect(detail.url).not.to.match(/[?#]/);
      hops.push(`${detail.name} ${detail.code}`);
      secrets.push(JSON.stringify(detail));
    });
    const secrets: string[] = [];
    const { token, userInformation } = await element.login();
    expect(hops).to.deep.equal([
      'credentials 103000',
      'cm 103111',
      'ct-phonescrip 103000',
      'ct-script 0',
      'ct-callback 103000',
      'token 103000',
    ]);
    for (const secret of [token, userInformation, '189****9000', '18900189000']) {
      expect(secrets.join()).not.to.include(secret);
    }
  });

  it('fails with one `error` event, which does not bubble, and rejects with the same YdrzError', async () => {
    const { element } = await openLogin({ lang: 'en' }, 'wifi');
    const log = record(element);
    const parent = element.parentElement;
    parent?.addEventListener('error', () => log.push('bubbled'));
    const failed = next(element, 'error');
    const error: unknown = await element.login().catch((reason: unknown) => reason);
    const { detail, bubbles } = await failed;
    expect(bubbles).to.equal(false);
    expect(error).to.equal(detail);
    expect(detail).to.be.instanceOf(YdrzError);
    expect(detail.phase).to.equal('retrieval');
    expect([detail.YDData?.code, detail.CTData?.code, detail.CUData?.code]).to.not.include(undefined);
    expect(detail.hint).to.match(/[a-z]/);
    expect(log.filter((name) => name === 'error' || name === 'bubbled')).to.deep.equal(['error']);
    expect(log.at(-2)).to.equal('state failed');
    expect(element.result).to.equal(null);
  });

  it('shows a failure and the fallback, and is usable again', async () => {
    const { element, lane } = await openLogin({}, 'wifi');
    answerWith(element);
    await element.login().catch(() => undefined);
    await element.updateComplete;
    expect(textOf(element, 'status')).to.equal(BUTTON_TEXTS['zh-CN'].failed);
    expect(partOf(element, 'fallback').querySelector('slot')?.name).to.equal('fallback');
    element.gateway = lane.gateway('cm');
    const done = next(element, 'token');
    partOf(element, 'button').click();
    await done;
    await element.updateComplete;
    expect(element.renderRoot.querySelector('[part=fallback]')).to.equal(null);
  });

  it('names what is missing: the application’s id, the address of the business server', async () => {
    for (const missing of ['appId', 'credentialsUrl'] as const) {
      const { element } = await openLogin();
      element[missing] = '';
      const error: unknown = await element.login().catch((reason: unknown) => reason);
      expect(error, missing).to.be.instanceOf(YdrzError);
      expect(error, missing).to.have.property('phase', 'credentials');
      expect(error, missing).to.have.property('hint').that.is.not.empty;
    }
  });

  it('takes credentials as a function, which is told the appId and a signal, or as an object', async () => {
    const { element, lane } = await openLogin();
    answerWith(element);
    const sign = async (appId: string, signal?: AbortSignal) => {
      const response = await fetch(lane.credentialsUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ appId }),
        ...(signal && { signal }),
      });
      const answer: unknown = await response.json();
      const texts = new Map<string, unknown>(Object.entries(answer ?? {}));
      return {
        sign: String(texts.get('sign')),
        traceId: String(texts.get('traceId')),
        timestamp: String(texts.get('timestamp')),
      };
    };
    element.credentialsUrl = '';
    element.credentials = ({ appId }, { signal }) => sign(appId, signal);
    const first = await element.login();
    element.credentials = await sign(element.appId);
    const second = await element.login();
    expect(first.token).not.to.equal(second.token);
    expect(second.msgId).to.equal(element.credentials.traceId);
  });

  it('takes an attribute that was removed for one that was never set', async () => {
    const { element, lane } = await openLogin();
    for (const name of ['version', 'auth-page-type', 'expand-params', 'timeout', 'jsonp', 'jsonp-hosts']) {
      element.setAttribute(name, '1');
      element.removeAttribute(name);
    }
    answerWith(element);
    await element.login();
    const [, asked] = await lane.requests();
    const body: unknown = JSON.parse(asked?.body ?? '');
    expect(body).to.include({ version: '2.0', authPageType: '0' }).and.not.to.have.property('expandParams');
  });

  it('speaks the nearest language, with the page’s own texts before it', async () => {
    const page = await fixture<HTMLElement>(html`
      <div lang="en-GB"><ydrz-login></ydrz-login><ydrz-login lang="xx"></ydrz-login></div>
    `);
    const [english, strange] = page.querySelectorAll('ydrz-login');
    if (!english || !strange) throw new Error('The page has no elements');
    expect(textOf(english, 'button')).to.equal(BUTTON_TEXTS.en.login);
    expect(textOf(strange, 'button')).to.equal(BUTTON_TEXTS['zh-CN'].login);
    english.messages = { login: 'Sign in' };
    await english.updateComplete;
    expect(textOf(english, 'button')).to.equal('Sign in');
    english.label = 'Log me in';
    await english.updateComplete;
    expect(textOf(english, 'button')).to.equal('Log me in');
  });

  it('tells the state to screen readers while a login runs', async () => {
    const { element } = await openLogin({ lang: 'en' });
    const request = asked(element);
    const login = element.login();
    await request;
    await element.updateComplete;
    expect(partOf(element, 'status').getAttribute('role')).to.equal('status');
    expect(textOf(element, 'status')).to.equal(BUTTON_TEXTS.en.authorizing);
    expect(partOf(element, 'button').getAttribute('aria-disabled')).to.equal('true');
    expect(partOf(element, 'spinner').getAttribute('aria-hidden')).to.equal('true');
    (await request).submit(HIDDEN);
    await login;
    await element.updateComplete;
    expect(textOf(element, 'status')).to.equal(BUTTON_TEXTS.en.done);
    expect(partOf(element, 'button').hasAttribute('aria-disabled')).to.equal(false);
  });

  it('says which network it is on, for the login that runs', async () => {
    const { element } = await openLogin();
    expect(element.getConnection()).to.deep.include({ appid: element.appId, msgid: '' });
    answerWith(element);
    const { msgId } = await element.login();
    expect(element.getConnection().msgid).to.equal(msgId);
    expect(element.getConnection().netType).to.match(/^(cellular|wifi|unknown)$/);
  });
});
