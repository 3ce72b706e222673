import assert from 'node:assert/strict';
import { createDecipheriv } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Fields } from '../incoming/fields.js';
import type { RunningSandbox } from './start-sandbox.js';
import { start } from './sandbox-fixture.js';
import {
  APP_KEY,
  askCm,
  askPartner,
  askToken,
  askValidation,
  at,
  login,
  text,
  type Login,
} from '../../test/services/test-client.js';

let sandbox: RunningSandbox;
before(async () => {
  sandbox = await start();
});
after(() => sandbox.close());

const decrypted = (msisdn: string): string => {
  const decipher = createDecipheriv('aes-128-ecb', APP_KEY.slice(0, 16), null);
  return decipher.update(msisdn, 'base64', 'utf8') + decipher.final('utf8');
};

const finish = async (one: Login, retrieval: Fields, number: string): Promise<void> => {
  const token = await askToken(one, text(retrieval, 'accessToken'), number);
  assert.equal(token['resultCode'], '103000', JSON.stringify(token));
  const validation = await askValidation(sandbox.url, text(at(token, 'data'), 'token'));
  assert.equal(validation['resultCode'], '103000', JSON.stringify(validation));
  assert.equal(decrypted(text(at(validation, 'data'), 'msisdn')), number);
  assert.match(text(at(validation, 'data'), 'securityPhone'), /^\d{3}\*{4}\d{4}$/);
};

test('China Mobile: retrieval, token, number', async () => {
  const one = login(`${sandbox.url}/sim/cm`);
  const answer = await askCm(one);
  const body = at(answer, 'body');
  assert.equal(body['resultCode'], '103000', JSON.stringify(answer));
  assert.equal(body['maskPhone'], '138****8000');
  assert.equal(body['authLevel'], '4');
  assert.equal(body['authPageUrl'], `${sandbox.url}/sim/cm/h5/auth-page`);
  assert.deepEqual(JSON.parse(text(body, 'customerPrivacyConfig')), {
    用户协议: 'https://www.example.com/terms',
  });
  assert.equal(at(answer, 'header')['msgId'], one.traceId);
  await finish(one, body, '13800138000');
});

for (const [partner, number, mask] of [
  ['ct', '18900189000', '189****9000'],
  ['cu', '18600186000', '186****6000'],
] as const) {
  test(`${partner}: China Mobile refuses, then the three steps, token, number`, async () => {
    const one = login(`${sandbox.url}/sim/${partner}`);
    const refused = at(await askCm(one), 'body');
    assert.equal(refused['resultCode'], '103111');
    assert.equal(refused['msisdnOwner'], undefined);
    const answer = await askPartner(one, partner);
    assert.equal(answer['resultCode'], '103000', JSON.stringify(answer));
    assert.equal(answer['maskPhone'], mask);
    await finish(one, answer, number);
  });
}
