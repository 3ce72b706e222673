import { expect } from '@open-wc/testing';
import '../login/define.js';
import { asked, openLogin } from '../../test/services/element-fixture.js';
import { rejection } from '../../test/services/wire-fixture.js';

const SECRET = 'reset_token=7f3c';

describe('what requests say of the page', () => {
  const { href } = location;
  // Not at the root, where the page's address would be no more than its origin.
  const page = `${location.origin}/shop/login`;
  beforeEach(() => {
    history.replaceState(history.state, '', `${page}?${SECRET}#${SECRET}`);
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
    // To the page's own server goes what browsers send by themselves.
    const others: Record<string, string> = {
      credentials: `${page}?${SECRET}`,
      'ct-script': `${location.origin}/`,
    };
    for (const { exchange, headers } of requests)
      expect(headers['referer'], exchange).to.equal(others[exchange] ?? page);
    expect(requests.map(({ exchange }) => exchange)).to.include.members(['credentials', 'cm', 'ct-script']);
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
