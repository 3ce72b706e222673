import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { APP_ID, Lane } from '../services/lane.js';
import { rejection } from '../services/rejection.js';

// Pages that keep a carrier's script out: a policy that names nothing but a nonce, and no 'strict-dynamic', so that what a script loads
// without the nonce is blocked; Trusted Types; a list of hosts. Engines tell a page of it in ways of their own.

const POLICY = "script-src 'nonce-1'";

/** Where a carrier's script was seen to come from. */
const CARRIER = 'https://id6.me/gw/preuniq.do';

/** Such a page, in a frame, with a `<ydrz-login>` for a SIM of China Telecom; `blocked` has what its policy has stopped. */
const openPage = async (attributes: Readonly<Record<string, string>>, policy = POLICY) => {
  const lane = new Lane();
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe src="/test/services/blank-page.html"></iframe>`,
  );
  if (frame.contentDocument?.title !== 'A page with nothing in it') await oneEvent(frame, 'load');
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) throw new Error('No page');
  // The service knows this test's address.
  view.history.replaceState(null, '', location.href);
  const blocked: string[] = [];
  page.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    blocked.push(blockedURI);
  });
  page.documentElement.lang = 'en';
  const meta = page.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  const script = Object.assign(page.createElement('script'), { type: 'module', nonce: '1' });
  script.src = lane.copyOf('login.js');
  const element = page.createElement('ydrz-login');
  const settings = {
    ...{ 'app-id': APP_ID, 'credentials-url': lane.credentialsUrl, gateway: lane.gateway('ct') },
    ...attributes,
  };
  for (const [name, value] of Object.entries(settings)) element.setAttribute(name, value);
  page.body.append(element);
  page.head.append(script, meta);
  await oneEvent(script, 'load');
  return { lane, element, blocked };
};

describe('under a policy of a nonce alone', function () {
  this.timeout(60_000);

  it('the official driver ends in its time with 500 and says what it has waited for, for the carrier’s script is blocked', async () => {
    const { lane, element, blocked } = await openPage({
      ...{ driver: 'official', 'official-src': '/test/services/official-stand-in.js' },
      ...{ 'auth-page-type': '1', nonce: '1', timeout: '500' },
    });
    const body = JSON.stringify({ resultCode: '103000', desc: '成功', data: CARRIER });
    await lane.spoil({ exchange: 'ct-phonescrip', kind: 'body', body });
    const error = await rejection(element.login());
    expect(error).to.include({ code: '500', phase: 'retrieval' });
    expect(error)
      .to.have.property('hint')
      .that.matches(/^Waited in vain .*screen or result: check the policy/);
    expect(blocked.map((address) => new URL(address).host)).to.deep.equal([new URL(CARRIER).host]);
    expect(element.state).to.equal('failed');
  });

  it('the native driver without the nonce ends with an error that tells of every carrier, and has a hint', async () => {
    const { lane, element, blocked } = await openPage({});
    const error = await rejection(element.login());
    // China Mobile does not know the number, which would be no wonder: whose it is could not ask for it.
    expect(error).to.include({ code: '500', phase: 'retrieval' });
    expect(error)
      .to.have.property('hint')
      .that.matches(/CSP and jsonp-hosts/);
    expect(error).to.have.nested.property('YDData.code', '103111');
    for (const carrier of ['CTData', 'CUData']) {
      expect(error)
        .to.have.property(carrier)
        .that.includes({ code: '500', message: '网络异常，请检查网络设置' });
    }
    expect(blocked.length).to.equal(2);
    const scripts = (await lane.asked()).filter((name) => /^c[tu]-/.test(name));
    expect(scripts).to.deep.equal(['ct-phonescrip', 'cu-phonescrip']);
  });

  it('the native driver in a page that allows the script but no policy of Trusted Types for it says so too', async () => {
    const { lane, element } = await openPage(
      { nonce: '1' },
      `${POLICY}; require-trusted-types-for 'script'; trusted-types lit-html`,
    );
    const error = await rejection(element.login());
    expect(error).to.include({ code: '500', phase: 'retrieval' });
    expect(error).to.have.property('hint').that.matches(/CSP/);
    expect(await lane.asked()).not.to.include('ct-script');
  });

  it('the native driver whose jsonp-hosts leave the carrier’s host out says so too', async () => {
    const { element } = await openPage({ nonce: '1', 'jsonp-hosts': 'elsewhere.example' });
    const error = await rejection(element.login());
    expect(error)
      .to.have.property('hint')
      .that.matches(/jsonp-hosts/);
  });

  it('the native driver takes a script that does not load for a matter of the network', async () => {
    const { lane, element } = await openPage({ nonce: '1' });
    await lane.spoil(
      ...['ct-script', 'cu-script'].map((exchange) => ({ exchange, kind: 'status' }) as const),
    );
    const error = await rejection(element.login());
    expect(error).to.include({ code: '103111', phase: 'retrieval' });
  });

  it('the native driver with the nonce gets its number from the carrier’s script', async () => {
    const { lane, element, blocked } = await openPage({ nonce: '1' });
    element.addEventListener('authorizationrequest', (event) => {
      event.preventDefault();
      event.detail.submit('0018');
    });
    expect((await element.login()).operator).to.equal('CT');
    expect(blocked).to.deep.equal([]);
    expect(await lane.asked()).to.include('ct-script');
  });
});
