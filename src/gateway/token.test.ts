import { expect } from '@open-wc/testing';
import md5 from 'crypto-js/md5.js';
import { openWire, rejection, signedParameters, unending } from '../../test/services/wire-fixture.js';
import { askChinaMobile } from './cm.js';
import { fetchToken } from './token.js';

const retrieved = async (sim: string) => {
  const fixture = openWire(sim);
  const parameters = await signedParameters({ expandParams: 'a=1' });
  const { accessToken } = await askChinaMobile(fixture.wire, parameters, unending());
  const ask = (phone: string) => fetchToken(fixture.wire, { ...parameters, accessToken, phone }, unending());
  return { ...fixture, parameters, accessToken, ask };
};

describe('fetchToken', () => {
  it('sends the documented request, in which the number is an MD5', async () => {
    const { lane, parameters, accessToken, ask, hops } = await retrieved('cm');
    const { token, message } = await ask('13800138000');
    expect(token).to.match(/^STsid/);
    expect(message, 'the service’s own words').to.equal('成功');

    const request = (await lane.requests()).find(
      ({ exchange, method }) => exchange === 'token' && method === 'POST',
    );
    const { appId, traceId, timestamp, userInformation } = parameters;
    expect(request?.path).to.match(/\/h5\/onekeylogin\/authGetToken$/);
    expect(request?.headers).to.include({
      interfaceversion: '2.0',
      timestamp,
      appid: appId,
      businesstype: '8',
      traceid: traceId,
      'content-type': 'application/json',
      referer: location.origin + location.pathname,
    });
    expect(JSON.parse(request?.body ?? '')).to.deep.equal({
      accessToken,
      phone: md5('13800138000').toString(),
      userInformation,
      expandParams: 'a=1',
    });
    expect(request?.body).not.to.contain('13800138000');
    expect(hops.map(({ name, code }) => `${name} ${code}`)).to.deep.equal(['cm 103000', 'token 103000']);
    expect(JSON.stringify(hops)).not.to.contain(token);
  });

  it('sends no number where the page never learns it', async () => {
    const { lane, ask } = await retrieved('cm-level1');
    expect((await ask('')).token).to.match(/^STsid/);
    const request = (await lane.requests()).find(
      ({ exchange, method }) => exchange === 'token' && method === 'POST',
    );
    expect(JSON.parse(request?.body ?? '')).to.have.property('phone', '');
  });

  it('sends no expandParams where the page gives none', async () => {
    const { lane, wire, parameters, accessToken } = await retrieved('cm');
    const phone = '13800138000';
    await fetchToken(wire, { ...parameters, accessToken, phone, expandParams: undefined }, unending());
    const bodies = (await lane.requests()).map(({ body }) => body).filter(Boolean);
    expect(bodies.at(-1)).not.to.contain('expandParams');
  });

  it('fails with the service’s own code and text: wrong digits, tries used up, number missing', async () => {
    const { ask } = await retrieved('cm');
    for (const code of ['104012', '104012', '104012', '104009']) {
      expect(await rejection(ask('13800138001'))).to.include({ code, phase: 'token' });
    }
    const { ask: another, parameters } = await retrieved('cm');
    expect(await rejection(another(''))).to.include({ code: '104011', msgId: parameters.traceId });
  });

  it('fails with 104007 for an accessToken that is nobody’s', async () => {
    const { wire } = openWire('cm');
    const parameters = { ...(await signedParameters()), accessToken: 'made up', phone: '13800138000' };
    expect(await rejection(fetchToken(wire, parameters, unending()))).to.include({ code: '104007' });
  });

  it('takes success without a token for none', async () => {
    for (const data of ['{}', '{"token":""}', '{"token":{}}', '[]', '"STsid"']) {
      const { lane, wire } = openWire('cm');
      await lane.spoil({ exchange: 'token', kind: 'body', body: `{"resultCode":"103000","data":${data}}` });
      const parameters = { ...(await signedParameters()), accessToken: 'a', phone: '1' };
      expect(await rejection(fetchToken(wire, parameters, unending())), data).to.include({ code: '103005' });
    }
  });
});
