import { expect, fixture, html } from '@open-wc/testing';
import 'ydrz-elements/login';
import type { YdrzError } from 'ydrz-elements/elements';
import type { AuthLogin } from 'ydrz-elements/legacy';
import {
  asked,
  HIDDEN,
  openLogin,
  record,
  type ElementFixture,
  type Settings,
} from '../services/element-fixture.js';
import { Lane, SANDBOX } from '../services/lane.js';
import { click, fillIn, openScreen } from '../services/screen-user.js';
import { rejection } from '../services/rejection.js';

// The sandbox answers the official script's address with the product's own classic script: driver and facade meet here.

const openOfficial = (settings: Settings = {}, sim = 'cm'): Promise<ElementFixture> =>
  openLogin({ driver: 'official', ...settings }, sim);

const authorize = async (digits = HIDDEN): Promise<void> => {
  await fillIn(digits);
  await click('checkbox');
};

const failure = async (login: Promise<unknown>): Promise<YdrzError['code'] | undefined> => {
  const error = await rejection(login);
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
};

describe('<ydrz-login driver="official">', () => {
  before(async function () {
    // The sandbox may have to build the script first, which takes longer than a login allows.
    this.timeout(120_000);
    await fetch(`${SANDBOX}/h5/js/jssdk_auth/jssdk-1.0.0.min.js`);
  });

  afterEach(() => {
    // Each script that was loaded has left its global.
    delete window.YDRZAuthLogin;
  });

  for (const [sim, digits] of [
    ['cm', '0013'],
    ['ct', '0018'],
    ['cu', '0018'],
  ] as const) {
    it(`logs in with the SIM ${sim}`, async () => {
      const { element } = await openOfficial({}, sim);
      const log = record(element);
      const login = element.login();
      await authorize(digits);
      const result = await login;
      expect(result).to.include({ code: '103000', message: '成功', operator: 'unknown' });
      expect(result.token).to.match(/^STsid/);
      expect(result.userInformation).to.have.length.above(40);
      expect(result.msgId).to.match(/^\w{32}$/);
      expect(element.result).to.equal(result);
      expect(log).to.deep.equal([
        ...['state preparing', 'hop credentials', 'state retrieving', 'state done', 'token'],
      ]);
    });
  }

  for (const authPageType of ['1', '3']) {
    it(`hands authPageType ${authPageType} over`, async () => {
      const { element, lane } = await openOfficial({ authPageType });
      const login = element.login();
      await authorize();
      await login;
      const cm = (await lane.requests()).find(({ exchange }) => exchange === 'cm');
      expect(cm?.body).to.include(`"authPageType":"${authPageType}"`);
    });
  }

  it('hands the custom page’s options over', async () => {
    const { element } = await openOfficial({
      authPageType: '3',
      pageOptions: '{"titleStyle":{"name":"一键登录"}}',
    });
    const login = element.login();
    await fillIn('');
    const title = openScreen()?.renderRoot.querySelector('[part=title]')?.textContent;
    expect(title).to.equal('一键登录');
    await click('back');
    expect(await failure(login)).to.equal('501');
  });

  it('lets a custom popup float where there is no place for it', async () => {
    const { element } = await openOfficial({
      authPageType: '2',
      layerOptions: { layerStyle: { width: '90%' } },
    });
    const log = record(element);
    const login = element.login();
    await fillIn(HIDDEN);
    expect(openScreen()?.hasAttribute('masked')).to.equal(true);
    await click('checkbox');
    await login;
    expect(log, 'the script calls no layerCallback then').not.to.include('inputcomplete');
  });

  it('puts a custom popup into the element that `mount` names, and gets its token by itself', async () => {
    const place = await fixture<HTMLElement>(html`<div id="here"></div>`);
    const { element } = await openOfficial({ authPageType: '2', mount: 'here' });
    const log = record(element);
    const login = element.login();
    await fillIn(HIDDEN);
    expect(place.contains(openScreen() ?? null)).to.equal(true);
    await click('checkbox');
    expect((await login).token).to.match(/^STsid/);
    expect(log.slice(3)).to.deep.equal([
      ...['state authorizing', 'inputcomplete', 'state exchanging', 'state done', 'token'],
    ]);
  });

  it('lets the user try again in such a popup, until the service has had enough', async () => {
    await fixture(html`<div id="here"></div>`);
    const { element } = await openOfficial({ authPageType: '2', mount: 'here' });
    const login = element.login();
    await authorize('9999');
    await fillIn('9999');
    await fillIn('9999');
    await fillIn(HIDDEN);
    expect(await failure(login)).to.equal('104009');
    expect(openScreen()?.localName).to.equal(undefined);
  });

  it('asks the application at level 5, and gets the token by the script', async () => {
    const { element, lane } = await openOfficial({}, 'cm-level5');
    const request = asked(element);
    const login = element.login();
    const { maskPhone, operator, attemptsLeft, submit } = await request;
    expect([maskPhone, operator, attemptsLeft]).to.deep.equal(['138****8005', 'CM', 3]);
    submit(HIDDEN);
    expect((await login).operator).to.equal('CM');
    expect(await lane.asked()).to.have.members(['credentials', 'official-script', 'cm', 'token']);
  });

  it('fails as the native driver does when the carriers refuse', async () => {
    const { element } = await openOfficial({}, 'wifi');
    const error = await rejection(element.login());
    expect(error).to.include({ code: '103111', phase: 'retrieval' });
    expect(error).to.have.nested.property('YDData.code', '103111');
    expect(error).to.have.nested.property('CTData.code', '-10004');
    expect(error).to.have.nested.property('CUData.code', '105001');
    expect(error).to.have.property('hint').that.is.not.empty;
  });

  it('fails with 501 when the user leaves', async () => {
    const { element } = await openOfficial();
    const login = element.login();
    await click('back');
    expect(await rejection(login)).to.include({ code: '501', phase: 'authorization', cancelled: true });
  });

  it('is ended by abort(), and the script with it', async () => {
    const { element } = await openOfficial();
    const login = element.login();
    await fillIn('00');
    element.abort();
    expect(await rejection(login)).to.include({ code: '503', phase: 'retrieval' });
    expect(openScreen()?.localName).to.equal(undefined);
  });

  it('loads the script once for all logins, which take turns', async () => {
    const first = await openOfficial();
    const second = await openOfficial();
    second.element.gateway = first.element.gateway;
    const logins = [first.element.login(), second.element.login()];
    await authorize();
    await Promise.race(logins);
    await authorize();
    const [one, other] = await Promise.all(logins);
    expect(one?.token).not.to.equal(other?.token);
    const loads = (await first.lane.asked()).filter((exchange) => exchange === 'official-script');
    expect(loads).to.have.length(1);
  });

  it('says so when the script cannot be loaded, and tries again the next time', async () => {
    const { element, lane } = await openOfficial();
    await lane.spoil({ exchange: 'official-script', kind: 'status', status: 503, times: 1 });
    const error = await rejection(element.login());
    expect(error).to.include({ code: '500', message: '官方脚本加载失败', phase: 'credentials' });
    expect(error)
      .to.have.property('cause')
      .that.is.an('error')
      .with.property('message')
      .that.includes('Blocked');
    expect(document.querySelectorAll('script[src*=jssdk]')).to.have.length(0);
    const login = element.login();
    await authorize();
    await login;
  });

  it('refuses a script that integrity does not vouch for', async () => {
    const { element } = await openOfficial({
      officialIntegrity: 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
    });
    expect(await rejection(element.login())).to.include({ code: '500', phase: 'credentials' });
  });

  it('refuses a script that sets no YDRZAuthLogin', async () => {
    const { element, lane } = await openOfficial();
    await lane.spoil({ exchange: 'official-script', kind: 'body', body: '/* another script */' });
    const error = await rejection(element.login());
    expect(error).to.have.nested.property('cause.message').that.includes('sets no YDRZAuthLogin');
  });

  it('refuses an address that is neither https nor the page’s own', async () => {
    const { element } = await openOfficial({ officialSrc: 'http://cdn.example.com/jssdk.js' });
    const error = await rejection(element.login());
    expect(error).to.include({ code: '500', phase: 'credentials' });
    expect(error).to.have.nested.property('cause.message').that.includes('https');
  });

  it('passes the nonce on', async () => {
    const lane = new Lane();
    const { element } = await openOfficial({
      officialSrc: `${lane.gateway()}/h5/js/jssdk_auth/jssdk-1.0.0.min.js`,
    });
    element.nonce = 'abc123';
    const nonces: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof HTMLScriptElement) nonces.push(node.nonce);
      }
    });
    observer.observe(document.head, { childList: true });
    const login = element.login();
    await fillIn('00');
    observer.disconnect();
    expect(nonces).to.deep.equal(['abc123']);
    element.abort();
    await rejection(login);
  });

  it('drives the YDRZAuthLogin that the page has already', async () => {
    const calls: unknown[] = [];
    const nothing = () => undefined;
    const official: AuthLogin = {
      getTokenInfo({ data, success }) {
        calls.push(data.appId);
        success?.({ code: '103000', message: 'ok', token: 'the-token', userInformation: 'a%3D', msgId: '' });
      },
      getConnection: () => ({ appid: '', msgid: '', netType: 'unknown' }),
      ...{ authGetToken: nothing, endGetToken: nothing, authGetTokenByLayer: nothing },
      ...{ CustomControlsInit: nothing, authPageInit: nothing },
    };
    window.YDRZAuthLogin = official;
    const { element, lane } = await openOfficial();
    expect(await element.login()).to.include({ token: 'the-token', userInformation: 'a%3D' });
    expect(calls).to.deep.equal([element.appId]);
    expect(await lane.asked()).to.deep.equal(['credentials']);
  });

  it('gives a form the token and the fingerprint', async () => {
    const { element } = await openOfficial({ name: 'token' });
    const form = document.createElement('form');
    element.replaceWith(form);
    form.append(element);
    const login = element.login();
    await authorize();
    const { token, userInformation } = await login;
    expect([...new FormData(form)]).to.deep.equal([
      ['token', token],
      ['token-user-information', userInformation],
    ]);
    form.remove();
  });
});
