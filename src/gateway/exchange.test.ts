import { expect } from '@open-wc/testing';
import type { Fault } from 'ydrz-elements/sandbox';
import { YdrzError } from '../codes/ydrz-error.js';
import { openWire, rejection, signedParameters, unending } from '../../test/services/wire-fixture.js';
import { askChinaMobile } from './cm.js';
import { fetchPageOption } from './page-option.js';
import { fetchToken } from './token.js';

const BROKEN: readonly Omit<Fault, 'exchange'>[] = [
  { kind: 'refused' },
  { kind: 'reset' },
  { kind: 'timeout' },
  { kind: 'drip' },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'empty' },
  { kind: 'html' },
  { kind: 'truncated' },
  { kind: 'types' },
  { kind: 'redirect' },
  { kind: 'cors' },
  { kind: 'body', body: 'null' },
  { kind: 'body', body: '[]' },
  { kind: 'body', body: '"103000"' },
  { kind: 'body', body: '{}' },
  { kind: 'body', body: '{"resultCode":"103000"}' },
  { kind: 'body', body: '{"resultCode":103000,"data":null,"body":{"resultCode":103000}}' },
  {
    kind: 'body',
    body: '{"__proto__":{"resultCode":"103000"},"body":{"__proto__":{"resultCode":"103000"}}}',
  },
];

const isToService = (input: RequestInfo | URL): boolean =>
  (input instanceof Request ? input.url : input.toString()).includes('/sim/');

const describeFault = ({ kind, status, body }: Omit<Fault, 'exchange'>): string =>
  [kind, status, body].filter((part) => part !== undefined).join(' ');

const token = async (wire: ReturnType<typeof openWire>['wire'], signal = unending()) =>
  fetchToken(wire, { ...(await signedParameters()), accessToken: 'a', phone: '13800138000' }, signal);

/** Every exchange that is one request, and the code of one that does not come through. */
const EXCHANGES = [
  {
    name: 'cm',
    code: '500',
    phase: 'retrieval',
    ask: async (wire: ReturnType<typeof openWire>['wire'], signal = unending()) =>
      askChinaMobile(wire, await signedParameters(), signal),
  },
  { name: 'token', code: '103005', phase: 'token', ask: token },
] as const;

for (const { name, code, phase, ask } of EXCHANGES) {
  describe(`a ${name} request that goes wrong`, () => {
    for (const fault of BROKEN) {
      it(`is one documented error: ${describeFault(fault)}`, async () => {
        const { lane, wire, hops } = openWire('cm', { timeout: 300 });
        await lane.spoil({ exchange: name, ...fault });
        const error = await rejection(ask(wire));
        expect(error).to.be.instanceOf(YdrzError).and.include({ code, phase });
        expect(error).to.have.property('message').that.is.not.empty;
        expect(hops).to.have.length(1);
      });
    }

    describe('whatever the network makes of it', () => {
      const { fetch: real } = window;
      afterEach(() => {
        window.fetch = real;
      });

      it('has no answer where the status says that there is none, though the body were the best', async () => {
        const good = { resultCode: '103000', accessToken: 'a', maskPhone: '138****8000' };
        const body = JSON.stringify({ ...good, data: { token: 't' }, body: good });
        const { wire, hops } = openWire('cm');
        for (const status of [200, 502]) {
          window.fetch = (input, init) =>
            isToService(input) ? Promise.resolve(new Response(body, { status })) : real(input, init);
          const asked = ask(wire);
          if (status === 200) await asked;
          else expect(await rejection(asked)).to.include({ code, phase });
        }
        expect(hops.map((hop) => hop.code)).to.deep.equal(['103000', '500']);
      });

      it('leaves no request behind that took too long', async () => {
        let sent: AbortSignal | null | undefined;
        window.fetch = (input, init) => {
          if (!isToService(input)) return real(input, init);
          sent = init?.signal;
          return new Promise(() => undefined);
        };
        const { wire } = openWire('cm', { timeout: 50 });
        expect(await rejection(ask(wire))).to.include({ code, phase });
        expect(sent).to.have.property('aborted', true);
      });
    });

    it('ends with 503 when it is aborted, before and while it waits', async () => {
      const { lane, wire } = openWire('cm');
      await lane.spoil({ exchange: name, kind: 'timeout' });
      const before = new AbortController();
      before.abort();
      expect(await rejection(ask(wire, before.signal))).to.include({ code: '503', phase });
      expect(await lane.asked()).to.deep.equal([]);

      const during = new AbortController();
      const asked = rejection(ask(wire, during.signal));
      while (!(await lane.asked()).length);
      during.abort();
      expect(await asked).to.include({ code: '503', phase });
    });
  });
}

describe('the popup’s look', () => {
  it('is asked for with the documented headers', async () => {
    const { lane, wire } = openWire('cm');
    const parameters = await signedParameters();
    const option = await fetchPageOption(wire, parameters, unending());
    expect(option).to.have.property('pageTitle', '测试登录');
    const request = (await lane.requests()).find(({ method }) => method === 'GET');
    expect(request?.path).to.match(/\/h5\/onekeylogin\/getPageOption$/);
    expect(request?.headers).to.include({
      interfaceversion: '1.0',
      traceid: parameters.traceId,
      appid: parameters.appId,
      timestamp: parameters.timestamp,
      businesstype: '8',
      referer: location.origin + location.pathname,
    });
    expect(request?.body).to.equal('');
  });

  it('is empty where the answer holds none', async () => {
    for (const body of ['{}', '{"data":null}', '{"data":{"pageOption":[]}}', '{"data":{"pageOption":"x"}}']) {
      const { lane, wire } = openWire('cm');
      await lane.spoil({ exchange: 'page-option', kind: 'body', body });
      expect(await fetchPageOption(wire, await signedParameters(), unending()), body).to.deep.equal({});
    }
  });
});
