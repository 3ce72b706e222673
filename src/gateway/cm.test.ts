import { expect } from '@open-wc/testing';
import { openWire, rejection, signedParameters, unending } from '../../test/services/wire-fixture.js';
import { askChinaMobile } from './cm.js';
import { CarrierRefusal } from './failures.js';

describe('askChinaMobile', () => {
  it('sends one CORS-simple request whose body is the documented one to the letter', async () => {
    const { lane, wire } = openWire('cm');
    const parameters = await signedParameters({ expandParams: 'a=1|b=2', authPageType: '2' });
    await askChinaMobile(wire, parameters, unending());

    const [request, ...others] = await lane.requests();
    expect(others, 'no preflight and nothing else').to.deep.equal([]);
    expect(request?.method).to.equal('POST');
    expect(request?.path).to.match(/\/sim\/cm\/h5\/httpsPreGetmobile$/);
    expect(request?.headers['content-type']).to.match(/^text\/plain\b/);
    expect(request?.headers['referer']).to.equal(location.origin + location.pathname);
    expect(request?.headers['origin']).to.equal(location.origin);
    expect(request?.headers['cookie']).to.equal(undefined);
    const { version, timestamp, appId, traceId, sign, userInformation } = parameters;
    expect(JSON.parse(request?.body ?? '')).to.deep.equal({
      version,
      timestamp,
      appId,
      businessType: '8',
      traceId,
      msgId: traceId,
      sign,
      authPageType: '2',
      userInformation,
      expandParams: 'a=1|b=2',
    });
  });

  it('answers a retrieval of which every field is taken from the answer', async () => {
    const { wire, lane } = openWire('cm');
    const retrieval = await askChinaMobile(wire, await signedParameters(), unending());
    expect(retrieval).to.deep.include({
      operator: 'CM',
      maskPhone: '138****8000',
      authLevel: '4',
      authPageUrl: `${lane.gateway('cm')}/h5/auth-page`,
    });
    expect(retrieval.accessToken).to.match(/^[\da-f]{48}$/);
    expect(retrieval.agreements).to.be.an('array');
  });

  it('says which hop was made, without number and token', async () => {
    const { wire, hops, lane } = openWire('cm');
    const { accessToken } = await askChinaMobile(wire, await signedParameters(), unending());
    expect(hops).to.have.length(1);
    expect(hops[0]).to.include({
      name: 'cm',
      code: '103000',
      url: `${lane.gateway('cm')}/h5/httpsPreGetmobile`,
    });
    expect(JSON.stringify(hops)).not.to.contain(accessToken);
    expect(JSON.stringify(hops)).not.to.contain('138');
  });

  for (const [sim, code] of [
    ['wifi', '103111'],
    ['blacklisted', '111002'],
    ['iot', '103609'],
  ] as const) {
    it(`hands on the documented refusal of a SIM that is ${sim}`, async () => {
      const { wire, hops } = openWire(sim);
      const error = await rejection(askChinaMobile(wire, await signedParameters(), unending()));
      expect(error).to.be.instanceOf(CarrierRefusal).and.include({ code, phase: 'retrieval' });
      expect(hops.map((hop) => hop.code)).to.deep.equal([code]);
    });
  }

  it('keeps the hint whose number it is, and nothing else for one', async () => {
    const { wire } = openWire('cm-hint-cu');
    const error = await rejection(askChinaMobile(wire, await signedParameters(), unending()));
    expect(error).to.be.instanceOf(CarrierRefusal).and.have.property('owner', 'CU');

    for (const msisdnOwner of ['', 'XX', 3, { CU: 'CU' }]) {
      const { wire: other, lane } = openWire('cm');
      const body = JSON.stringify({ body: { resultCode: '103111', resultDesc: '', msisdnOwner } });
      await lane.spoil({ exchange: 'cm', kind: 'body', body });
      const refusal = await rejection(askChinaMobile(other, await signedParameters(), unending()));
      expect(refusal).to.have.property('owner', undefined);
    }
  });

  it('is refused with the documented code when the sign is wrong, or the trace is used again', async () => {
    const { wire } = openWire('cm');
    const forged = await signedParameters({ sign: '0'.repeat(32) });
    expect(await rejection(askChinaMobile(wire, forged, unending()))).to.include({ code: '103101' });

    const parameters = await signedParameters();
    await askChinaMobile(wire, parameters, unending());
    expect(await rejection(askChinaMobile(wire, parameters, unending()))).to.include({ code: '103211' });
  });
});
