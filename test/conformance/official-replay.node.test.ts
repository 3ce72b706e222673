import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SIMS } from 'ydrz-elements/sandbox';
import { start, type RunningSandbox } from '../services/start-sandbox.js';
import {
  APP_ID,
  ORIGIN,
  PAGE,
  USER_INFORMATION,
  askGateway,
  login,
  md5,
  sealed,
  signOf,
} from '../services/test-client.js';
import { PRESENTATIONS, parseOfficialWire, type OfficialRequest } from './official-wire.js';

// Every request that the official script was seen to send, to the letter, is one that the service answers every day.

const { requests, asked } = parseOfficialWire(
  await readFile(join(import.meta.dirname, 'official-wire.json'), 'utf8'),
);

let sandbox: RunningSandbox;
before(async () => {
  sandbox = await start();
});
after(() => sandbox.close());

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values that stand for a request's `<…>`, as the answers before it gave them. */
type Values = Map<string, string>;

const fill = (text: string, values: Values): string =>
  text.replace(/<([^>]+)>/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`No value for <${name}>`);
    return value;
  });

const fillAll = (fields: Record<string, string>, values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, fill(text, values)]));

/** Send one request; what comes back is the part of the answer that holds the result. */
const send = async (
  base: string,
  request: OfficialRequest,
  values: Values,
): Promise<Record<string, unknown>> => {
  const query = request.query === undefined ? '' : `?${fill(request.query, values)}`;
  const response = await fetch(base + request.path + query, {
    method: request.method,
    headers: { origin: ORIGIN, referer: PAGE, ...fillAll(request.headers, values) },
    ...(request.body && { body: JSON.stringify(fillAll(request.body, values)) }),
  });
  assert.equal(response.status, 200);
  if (request.query !== undefined) return { resultCode: '103000' };
  const answer: unknown = await response.json();
  assert.ok(isRecord(answer));
  return isRecord(answer['body']) ? answer['body'] : answer;
};

/** Keep what the next requests are made of. */
const keep = (answer: Record<string, unknown>, values: Values): void => {
  for (const name of ['accessToken', 'maskPhone', 'authLevel', 'appName', 'data']) {
    const value = answer[name];
    if (typeof value === 'string') values.set(name, value);
  }
};

for (const [sim, presentations] of Object.entries(asked)) {
  describe(`the official script's requests with the SIM ${sim}`, () => {
    const { number = '', authLevel } = SIMS.find(({ id }) => id === sim) ?? {};
    for (const [presentation, { authPageType }] of Object.entries(PRESENTATIONS)) {
      const names = (presentations[presentation] ?? '').split(' ');
      test(`are answered, ${presentation}: ${names.join(', ')}`, async () => {
        const one = login(`${sandbox.url}/lane/${sim}-${authPageType}-${String(names.length)}/sim/${sim}`);
        const { traceId, timestamp } = one;
        const inside = {
          ...{ ver: '1.0', appId: APP_ID, interfaceVersion: '2.0', expandParams: '', msgId: traceId },
          ...{ timestamp, mobilesystem: '0', sign: md5(`${APP_ID}2.0${traceId}${timestamp}`) },
        };
        const values: Values = new Map(
          Object.entries({
            ...{ appId: APP_ID, traceId, sign: signOf(one), authPageType, origin: ORIGIN, ...sealed(inside) },
            ...{ userInformation: USER_INFORMATION, '17 digits': timestamp, oper: 'CM' },
            // At level 1 the script has the visible digits alone.
            phone: md5(authLevel === '1' ? number.slice(0, 3) + number.slice(-4) : number),
          }),
        );
        for (const [index, name] of names.entries()) {
          const request = requests[name];
          assert.ok(request, name);
          const partner = name.startsWith('ct') ? 'ct' : 'cu';
          if (name.endsWith('-script')) {
            keep(await askGateway(values.get('data') ?? '', partner), values);
            continue;
          }
          const answer = await send(one.base, request, values);
          keep(answer, values);
          // China Mobile refuses a foreign number, which the script asks the others for then.
          const isRefused = name === 'cm' && names[index + 1] === 'ct-phonescrip';
          assert.equal(answer['resultCode'] === '103000', !isRefused, `${name}: ${JSON.stringify(answer)}`);
        }
      });
    }
  });
}
