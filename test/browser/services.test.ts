import { expect } from '@open-wc/testing';
import { APP_ID, Lane } from '../services/lane.js';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

async function readRecord(response: Response): Promise<Record<string, unknown>> {
  const answer: unknown = await response.json();
  return isRecord(answer) ? answer : {};
}

/** China Mobile's request, as CORS-simple as the protocol wants it. */
async function askChinaMobile(lane: Lane): Promise<Record<string, unknown>> {
  const credentials = await fetch(lane.credentialsUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ appId: APP_ID }),
  });
  const { sign, traceId, timestamp, version } = await readRecord(credentials);
  const body = { version, timestamp, appId: APP_ID, businessType: '8', traceId, msgId: traceId, sign };
  const response = await fetch(`${lane.gateway('cm')}/h5/httpsPreGetmobile`, {
    method: 'POST',
    body: JSON.stringify({ ...body, authPageType: '0', userInformation: 'dGVzdA%3D%3D', expandParams: '' }),
    referrerPolicy: 'unsafe-url',
  });
  const answer = await readRecord(response);
  return isRecord(answer['body']) ? answer['body'] : {};
}

describe('the services for browser tests', () => {
  it('sign a login at the tests’ own origin, which the simulated service takes', async () => {
    const lane = new Lane();
    const answer = await askChinaMobile(lane);
    expect(answer['resultCode']).to.equal('103000');
    expect(answer['maskPhone']).to.equal('138****8000');
    expect(await lane.asked()).to.deep.equal(['credentials', 'cm']);
  });

  it('misbehave in one lane only', async () => {
    const lane = new Lane();
    await lane.spoil({ exchange: 'cm', kind: 'code', code: '103111' });
    expect((await askChinaMobile(lane))['resultCode']).to.equal('103111');
    expect((await askChinaMobile(new Lane()))['resultCode']).to.equal('103000');
  });
});
