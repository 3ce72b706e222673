import { expect, nextFrame } from '@open-wc/testing';
import './define.js';
import { answerWith, openLogin } from '../../test/services/element-fixture.js';
import { rejection } from '../../test/services/wire-fixture.js';

const bodyOf = ({ body }: RequestInit): string => (typeof body === 'string' ? body : '');

interface Sent {
  url: string;
  init: RequestInit;
}

describe('<ydrz-login report-url>', () => {
  const { fetch: ask, console } = window;
  const { warn } = console;
  let sent: Sent[];
  beforeEach(() => {
    sent = [];
    window.fetch = (input, init = {}) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.includes('/told')) return ask(input, init);
      sent.push({ url, init });
      return Promise.reject(new TypeError('Nobody listens'));
    };
  });
  afterEach(() => {
    window.fetch = ask;
    console.warn = warn;
  });

  /** Nobody waits for a report, the login's end neither. */
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await nextFrame();
  };

  const report = async (): Promise<Record<string, unknown>> => {
    await until(() => sent.length > 0);
    expect(sent).to.have.length(1);
    const told: unknown = JSON.parse(bodyOf(sent[0]?.init ?? {}));
    return Object.fromEntries(Object.entries(told ?? {}));
  };

  const NAMES = {
    cm: ['credentials', 'cm', 'token'],
    ct: ['credentials', 'cm', 'ct-phonescrip', 'ct-script', 'ct-callback', 'token'],
  };
  for (const [sim, digits, operator] of [
    ['cm', '0013', 'CM'],
    ['ct', '0018', 'CT'],
  ] as const) {
    it(`tells the page’s server once how a login with the SIM ${sim} went, and nothing of the user`, async () => {
      const { element } = await openLogin({ reportUrl: '/told' }, sim);
      answerWith(element, (request) => {
        request.submit(digits);
      });
      const { token, userInformation, msgId } = await element.login();
      const { hops, ...rest } = await report();
      expect(rest).to.deep.equal({ code: '103000', phase: 'token', operator });
      if (!Array.isArray(hops)) throw new TypeError('No hops');
      expect(hops.map(({ name }: { name: string }) => name)).to.deep.equal(NAMES[sim]);
      for (const hop of hops) {
        expect(hop).to.have.all.keys('name', 'code', 'milliseconds');
        expect(hop).to.have.property('milliseconds').that.satisfies(Number.isInteger);
      }
      const [{ url, init } = { url: '', init: {} }] = sent;
      expect(new URL(url).pathname).to.equal('/told');
      expect(init).to.include({
        method: 'POST',
        credentials: 'omit',
        keepalive: true,
        referrerPolicy: 'origin',
      });
      for (const secret of [token, userInformation, msgId, digits, element.appId, location.href, '138'])
        expect(bodyOf(init)).not.to.include(secret);
    });
  }

  it('tells of failures, each once, and of where they happened', async () => {
    const { element } = await openLogin({ reportUrl: '/told' });
    answerWith(element, ({ cancel }) => {
      cancel();
    });
    await rejection(element.login());
    expect(await report()).to.include({ code: '501', phase: 'authorization', operator: 'CM' });
    sent = [];
    const login = rejection(element.login());
    element.abort();
    await login;
    expect(await report()).to.deep.include({ code: '503', operator: 'unknown' });
  });

  it('sends nothing where the address is taken away while the login runs', async () => {
    const { element } = await openLogin({ reportUrl: '/told' });
    const posted: string[] = [];
    const { fetch: recorded } = window;
    window.fetch = (input, init) => {
      if (init?.method === 'POST') posted.push(input instanceof Request ? input.url : String(input));
      return recorded(input, init);
    };
    answerWith(element, (request) => {
      element.reportUrl = '';
      request.submit('0013');
    });
    await element.login();
    await nextFrame();
    expect(posted.length).to.be.above(0);
    expect(posted).not.to.include(document.baseURI);
    expect(sent).to.deep.equal([]);
  });

  it('sends nothing by default, and nothing to another server, which it warns of', async () => {
    const warnings: unknown[] = [];
    console.warn = (sentence: unknown) => warnings.push(sentence);
    for (const reportUrl of ['', 'https://other.example/told', '//other.example/told']) {
      const { element } = await openLogin({ reportUrl });
      answerWith(element);
      await element.login();
    }
    await until(() => warnings.length > 1);
    expect(sent).to.deep.equal([]);
    expect(warnings).to.have.length(2);
  });
});
