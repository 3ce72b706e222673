import { expect } from '@open-wc/testing';
import md5 from 'crypto-js/md5.js';
import type { SeenRequest } from 'ydrz-elements/sandbox';
import { jsonTexts } from '../../test/services/json-texts.js';
import { uncaughtDuring } from '../../test/services/uncaught.js';
import { openWire, rejection, signedParameters, unending } from '../../test/services/wire-fixture.js';
import { askChinaTelecom } from './ct.js';
import { askChinaUnicom } from './cu.js';
import { CarrierRefusal } from './failures.js';

const CARRIERS = [
  {
    operator: 'CT',
    sim: 'ct',
    ask: askChinaTelecom,
    phonescrip: '/h5/onekeylogin/getNewTelecomPhonescrip',
    callback: '/h5/onekeylogin/CTCallback',
    maskPhone: '189****9000',
    foreign: '-10011',
    closed: '电信取号能力关闭',
  },
  {
    operator: 'CU',
    sim: 'cu',
    ask: askChinaUnicom,
    phonescrip: '/h5/onekeylogin/getNewUnicomPhonescrip',
    callback: '/h5/onekeylogin/CUCallback',
    maskPhone: '186****6000',
    foreign: '105001',
    closed: '联通取号能力关闭',
  },
] as const;

const NOT_OURS =
  /^(?:accept|accept-\w+|connection|content-length|host|user-agent|sec-.*|priority|pragma|cache-control)$/;

/** The headers that the page itself decides about. */
const ownHeaders = (request: SeenRequest | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(request?.headers ?? {}).filter(([name]) => !NOT_OURS.test(name)));

const bytes = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** Opened with the browser's own AES, which is not what it was sealed with. */
const open = async (encrypted: string, reqdata: string): Promise<unknown> => {
  const raw = new TextEncoder().encode(md5(encrypted).toString().toUpperCase().slice(8, 24));
  const key = await crypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['decrypt']);
  const iv = new TextEncoder().encode('0000000000000000');
  const text = await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, bytes(reqdata));
  return JSON.parse(new TextDecoder().decode(text));
};

for (const { operator, sim, ask, phonescrip, callback, maskPhone, foreign, closed } of CARRIERS) {
  describe(`${operator}'s three steps`, () => {
    it('are the documented requests to the letter', async () => {
      const { lane, wire } = openWire(sim);
      const parameters = await signedParameters({ authPageType: '3', expandParams: 'a=1' });
      const { appId, version, traceId, timestamp, userInformation } = parameters;
      await ask(wire, parameters, unending());

      const requests = await lane.requests();
      expect(requests.map(({ method, exchange }) => `${method} ${exchange}`)).to.deep.equal([
        `OPTIONS ${sim}-phonescrip`,
        `POST ${sim}-phonescrip`,
        `GET ${sim}-script`,
        `OPTIONS ${sim}-callback`,
        `POST ${sim}-callback`,
      ]);
      const [, first, script, , third] = requests;
      for (const request of requests) {
        // A script tells the origin alone where the page's address has a query, as a test's page has.
        const told = request === script ? `${location.origin}/` : location.origin + location.pathname;
        expect(request.headers['referer'], request.exchange).to.equal(told);
        expect(request.headers['cookie'], request.exchange).to.equal(undefined);
      }

      expect(first?.path.endsWith(phonescrip)).to.equal(true);
      expect(ownHeaders(first)).to.deep.equal({
        appid: appId,
        interfaceversion: version,
        traceid: traceId,
        'content-type': 'text/plain;charset=UTF-8',
        origin: location.origin,
        referer: location.origin + location.pathname,
      });
      const { encrypted, reqdata, ...rest } = jsonTexts(first?.body ?? '');
      expect(rest).to.deep.equal({ businessType: '8' });
      expect(encrypted).to.match(/^[\da-f]{16}$/);
      const inside = await open(encrypted ?? '', reqdata ?? '');
      expect(inside).to.deep.equal({
        ver: '1.0',
        appId,
        interfaceVersion: version,
        expandParams: '',
        msgId: traceId,
        timestamp,
        mobilesystem: '0',
        sign: md5(appId + version + traceId + timestamp).toString(),
      });

      expect(script?.headers['origin'], 'a plain script, no CORS').to.equal(undefined);
      expect(script?.body).to.equal('');

      expect(third?.path.endsWith(callback)).to.equal(true);
      expect(ownHeaders(third)).to.deep.equal({
        appid: appId,
        interfaceversion: version,
        traceid: traceId,
        businesstype: '8',
        timestamp,
        authpagetype: '3',
        'content-type': 'text/plain;charset=UTF-8',
        origin: location.origin,
        referer: location.origin + location.pathname,
      });
      const { data, ...others } = jsonTexts(third?.body ?? '');
      expect(others).to.deep.equal({ ver: '1.0', userInformation });
      expect(data).to.match(/^[\da-f]{64}$/);
    });

    it('seal with another key every time', async () => {
      const { lane, wire } = openWire(sim);
      await ask(wire, await signedParameters(), unending());
      await ask(wire, await signedParameters(), unending());
      const keys = (await lane.requests())
        .filter(({ method, exchange }) => method === 'POST' && exchange === `${sim}-phonescrip`)
        .map(({ body }) => jsonTexts(body));
      expect(keys).to.have.length(2);
      expect(keys[0]?.['encrypted']).not.to.equal(keys[1]?.['encrypted']);
    });

    it('give a retrieval', async () => {
      const { wire, hops } = openWire(sim);
      const retrieval = await ask(wire, await signedParameters(), unending());
      expect(retrieval).to.include({ operator, maskPhone, authLevel: '4' });
      expect(hops.map(({ name, code }) => `${name} ${code}`)).to.deep.equal([
        `${sim}-phonescrip 103000`,
        `${sim}-script 0`,
        `${sim}-callback 103000`,
      ]);
    });

    it('end with the carrier’s own code for a foreign number', async () => {
      const { wire } = openWire('cm');
      const error = await rejection(ask(wire, await signedParameters(), unending()));
      expect(error).to.be.instanceOf(CarrierRefusal).and.include({ code: foreign });
      expect(error).to.have.property('message').that.is.not.empty;
    });

    it('say 502 when success comes without an accessToken', async () => {
      const { wire } = openWire(`${sim}-closed`);
      const error = await rejection(ask(wire, await signedParameters(), unending()));
      expect(error).to.include({ code: '502', message: closed });
      expect(error, 'there is no accessToken to ask anybody else with').to.have.property('owner', operator);
    });

    for (const [step, kind, code] of [
      ['phonescrip', 'code', '110023'],
      ['script', 'code', '-10008'],
      ['callback', 'code', '105003'],
      ['phonescrip', 'html', '500'],
      ['script', 'html', '500'],
      ['callback', 'html', '500'],
    ] as const) {
      it(`name the code of a step that fails: ${step}, ${kind} ${code}`, async () => {
        // A browser that runs HTML as a script does not say that no call will come: there only the limit ends it.
        const { lane, wire } = openWire(sim, kind === 'html' ? { timeout: 3000 } : {});
        await lane.spoil({ exchange: `${sim}-${step}`, kind, code });
        let error: unknown;
        const uncaught = await uncaughtDuring(async () => {
          error = await rejection(ask(wire, await signedParameters(), unending()));
        });
        // It tells the page that there was an error in a script, and no more.
        const told = uncaught.filter((message) => kind !== 'html' || message !== 'Script error.');
        expect(told).to.deep.equal([]);
        expect(error).to.include({ code, phase: 'retrieval' });
        if (step === 'callback') expect(error).to.have.property('owner', operator);
        else expect(error).not.to.have.property('owner', operator);
      });
    }
  });
}

describe('China Unicom’s failure', () => {
  it('is read from code and msg, China Telecom’s from result and data', async () => {
    const unicom = openWire('cu');
    const script = 'getNewUnicomPhone({"result":"1","code":"105001","msg":"联通"});';
    await unicom.lane.spoil({ exchange: 'cu-script', kind: 'body', body: script });
    const refusal = await rejection(askChinaUnicom(unicom.wire, await signedParameters(), unending()));
    expect(refusal).to.include({ code: '105001', message: '联通' });

    const telecom = openWire('ct');
    const call = 'getTelecomPhone({"result":-10004,"data":"无效的IP"});';
    await telecom.lane.spoil({ exchange: 'ct-script', kind: 'body', body: call });
    const other = await rejection(askChinaTelecom(telecom.wire, await signedParameters(), unending()));
    expect(other).to.include({ code: '-10004', message: '无效的IP' });
  });

  it('is 500 where the call has neither', async () => {
    for (const argument of [
      '{}',
      '{"result":0}',
      '{"result":"0","data":""}',
      '{"result":{}}',
      'null',
      '"0"',
      '[]',
    ]) {
      const { wire, lane } = openWire('ct');
      await lane.spoil({ exchange: 'ct-script', kind: 'body', body: `getTelecomPhone(${argument});` });
      const error = await rejection(askChinaTelecom(wire, await signedParameters(), unending()));
      expect(error, argument).to.include({ code: '500' });
    }
  });
});
