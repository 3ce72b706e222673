import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import {
  answerWith,
  asked,
  connectToLane,
  HIDDEN,
  loggedIn,
  next,
  openLogin,
  partOf,
  record,
} from '../../test/services/element-fixture.js';
import { APP_ID, Lane } from '../../test/services/lane.js';
import type { YdrzLoginElement } from './login-element.js';

const textOf = (element: YdrzLoginElement, part: string): string => partOf(element, part).textContent.trim();

describe('<ydrz-login>, steered', () => {
  it('does one login for a double click, and one for a second call while it runs', async () => {
    const { element, lane } = await openLogin();
    answerWith(element);
    const log = record(element);
    const done = next(element, 'token');
    const button = partOf(element, 'button');
    button.click();
    button.click();
    expect(element.login()).to.equal(element.login());
    await done;
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
    expect(log.filter((name) => name === 'token')).to.have.length(1);
  });

  it('asks the application first, which may show a screen of its own', async () => {
    const { element } = await openLogin();
    const event = next(element, 'authorizationrequest');
    const request = asked(element);
    const login = element.login();
    expect((await event).cancelable).to.equal(true);
    const { agreements, ...rest } = await request;
    expect(rest).to.deep.include({
      ...{ maskPhone: '138****8000', operator: 'CM', authLevel: '4', attemptsLeft: 3 },
    });
    expect(agreements[0]?.url).to.equal('https://wap.cmpassport.com/resources/html/contract.html');
    rest.submit(HIDDEN);
    expect((await login).code).to.equal('103000');
  });

  it('asks the application again after wrong digits, with one try less, and ends after three', async () => {
    const { element, lane } = await openLogin();
    const left: number[] = [];
    answerWith(element, (request) => {
      left.push(request.attemptsLeft);
      request.submit('9999');
    });
    const error: unknown = await element.login().catch((reason: unknown) => reason);
    expect(left).to.deep.equal([3, 2, 1]);
    expect(error).to.have.property('phase', 'token');
    expect((await lane.asked()).filter((name) => name === 'token')).to.have.length(3);
  });

  it('ends with 501 when the application cancels, without a message: the user knows', async () => {
    const { element } = await openLogin();
    answerWith(element, ({ cancel }) => {
      cancel();
    });
    const error: unknown = await element.login().catch((reason: unknown) => reason);
    expect(error).to.have.property('code', '501');
    expect(error).to.have.property('cancelled', true);
    await element.updateComplete;
    expect(textOf(element, 'status')).to.equal('');
    expect(element.renderRoot.querySelector('[part=fallback]')).to.equal(null);
  });

  it('passes over a late answer to a request of an earlier login', async () => {
    const { element, lane } = await openLogin();
    const first = asked(element);
    const login = element.login().catch((reason: unknown) => reason);
    const { submit } = await first;
    element.abort();
    expect(await login).to.have.property('code', '503');
    submit(HIDDEN);
    submit(HIDDEN);
    expect(element.state).to.equal('failed');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
  });

  it('is ended by `abort()` at any time, with 503 once, and does nothing when none runs', async () => {
    for (const state of ['preparing', 'retrieving', 'authorizing', 'exchanging'] as const) {
      const { element } = await openLogin();
      answerWith(element);
      element.abort();
      const log = record(element);
      element.addEventListener('statechange', ({ detail }) => {
        if (detail.state === state) element.abort();
      });
      const error: unknown = await element.login().catch((reason: unknown) => reason);
      expect(error, state).to.have.property('code', '503');
      expect(element.state).to.equal('failed');
      expect(log.filter((name) => name === 'error' || name === 'token')).to.deep.equal(['error']);
      element.abort();
      expect(element.state).to.equal('failed');
    }
  });

  it('ends its login when it is removed, and not when it is moved', async () => {
    const { element } = await openLogin();
    const request = asked(element);
    const login = element.login();
    const { submit } = await request;
    const other = await fixture<HTMLElement>(html`<div></div>`);
    other.append(element);
    await Promise.resolve();
    expect(element.state).to.equal('authorizing');
    submit(HIDDEN);
    expect((await login).code).to.equal('103000');

    const again = asked(element);
    const second = element.login().catch((reason: unknown) => reason);
    await again;
    element.remove();
    expect(await second).to.have.property('code', '503');
    other.append(element);
    answerWith(element);
    expect((await element.login()).code).to.equal('103000');
  });

  it('forgets a result, a failure or a running login on `reset()`', async () => {
    const { element } = await loggedIn();
    element.reset();
    expect(element.state).to.equal('idle');
    expect(element.result).to.equal(null);

    element.appId = '';
    await element.login().catch(() => undefined);
    expect(element.state).to.equal('failed');
    element.reset();
    await element.updateComplete;
    expect(element.state).to.equal('idle');
    expect(textOf(element, 'status')).to.equal('');

    const failed = next(element, 'error');
    const login = element.login().catch((reason: unknown) => reason);
    element.reset();
    expect((await failed).detail.code).to.equal('503');
    expect(await login).to.have.property('code', '503');
    await element.updateComplete;
    expect(element.state).to.equal('idle');
  });

  it('starts by itself with `autostart`, once connected, and not again when it is moved', async () => {
    const element = document.createElement('ydrz-login');
    const lane = connectToLane(element);
    answerWith(element);
    element.autostart = true;
    const done = next(element, 'token');
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(element);
    await done;
    place.prepend(element);
    await element.updateComplete;
    expect(element.state).to.equal('done');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm', 'token']);
  });

  it('keeps what the page has set before the element’s code was there', async () => {
    const early = document.createElement('ydrz-login-early');
    const lane = new Lane();
    const settings = { appId: APP_ID, credentialsUrl: lane.credentialsUrl, gateway: lane.gateway() };
    Object.assign(early, settings, { autostart: true, name: 'proof' });
    const { YdrzLoginElement } = await import('./login-element.js');
    customElements.define('ydrz-login-early', class extends YdrzLoginElement {});
    const place = await fixture<HTMLElement>(html`<div></div>`);
    place.append(early);
    if (!(early instanceof YdrzLoginElement)) throw new Error('Not upgraded');
    answerWith(early);
    await next(early, 'token');
    expect(early).to.include({ ...settings, name: 'proof' });
  });
});
