import { expect } from '@open-wc/testing';
import '../login/define.js';
import { asked, openLogin } from '../../test/services/element-fixture.js';
import { rejection } from '../../test/services/wire-fixture.js';

const SECRET = 'reset_token=7f3c';

describe('what requests say of the page', () => {
  const { href } = location;
  const page = location.origin + location.pathname;
  beforeEach(() => {
    history.replaceState(history.state, '', `?${SECRET}#${SECRET}`);
  });
  afterEach(() => {
    history.replaceState(history.state, '', href);
  });

  it('is its address without the query to the service, and its origin to a carrier’s script', async () => {
    const { element, lane } = await openLogin({}, 'ct');
    const request = asked(element);
    const login = element.login();
    (await request).submit('0018');
    await login;
    const requests = (await lane.requests()).filter(({ method }) => method !== 'OPTIONS');
    for (const { exchange, headers } of requests) {
      // To the page's own server goes what browsers send by themselves.
      if (exchange === 'credentials') continue;
      const told = exchange === 'ct-script' ? `${location.origin}/` : page;
      expect(headers['referer'], exchange).to.equal(told);
    }
  });

  it('is the origin to the hosted page', async () => {
    const { element } = await openLogin({ pageSource: 'hosted' });
    const login = rejection(element.login());
    const find = () => element.renderRoot.querySelector('iframe');
    let frame = find();
    while (!frame) {
      await new Promise(requestAnimationFrame);
      frame = find();
    }
    expect(frame.referrerPolicy).to.equal('origin');
    element.abort();
    await login;
  });
});
