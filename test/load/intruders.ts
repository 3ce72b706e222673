import { generateKeyPairSync } from 'node:crypto';
import { parseFields } from '../services/fields.js';
import {
  APP,
  APP_ID,
  APP_KEY,
  askCm,
  askToken,
  at,
  login,
  md5,
  privateKey,
  signOf,
  text,
} from '../services/test-client.js';
import { YdrzError, createCredentials, validateToken, type ValidationOptions } from 'ydrz-elements/server';
import { askBusiness, buyToken, handIn, type Answer, type Phone } from './phone.js';

/** Another business of the same service. */
export const OTHER_APP = { ...APP, appId: '300099999999', appKey: '00112233445566778899AABBCCDDEEFF' };

/** Where an intruder is let loose, and on whose phones. */
export interface Place {
  site: string;
  sandbox: string;
  phone: Phone;
  neighbour: Phone;
}

const HOUR = 60 * 60 * 1000;
const anHourAgo = () => Date.now() - HOUR;

const { privateKey: strangersKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** The number or the code in the business server's answer, with its status. */
const gist = ({ status, body }: Answer): string => {
  const fields = parseFields(body) ?? {};
  return `${String(status)} ${text(fields, 'phone') || text(fields, 'code') || body}`;
};

/** The code with which the kit refuses, where the business server's own settings are wrong. */
const validated = (place: Place, token: string, changes: Partial<ValidationOptions>): Promise<string> =>
  validateToken({
    ...{ appId: APP_ID, appKey: APP_KEY, privateKey, gateway: place.sandbox, token },
    ...{ userInformation: place.phone.userInformation, timeout: 60_000, ...changes },
  }).then(
    ({ phone }) => phone,
    (error: unknown) => (error instanceof YdrzError ? error.code : String(error)),
  );

const pageOf = ({ site, sandbox, phone }: Place) =>
  login(`${sandbox}/sim/${phone.sim.id}`, { origin: site, referer: `${site}/` });

/** A token that the phone's user has bought at another business. */
const tokenOfOtherApp = async (place: Place): Promise<string> => {
  const page = pageOf(place);
  const { appId, appKey } = OTHER_APP;
  const { userInformation, sim } = place.phone;
  const retrieval = await askCm(page, { appId, sign: signOf(page, appId, appKey), userInformation });
  const answer = await askToken(page, text(at(retrieval, 'body'), 'accessToken'), sim.number, {
    headers: { appId },
    body: { userInformation },
  });
  return text(at(answer, 'data'), 'token');
};

const retrievalCode = async (place: Place, changes: Parameters<typeof askCm>[1]): Promise<string> =>
  text(at(await askCm(pageOf(place), changes), 'body'), 'resultCode');

/** What a try came to, and what it has to come to. */
export type Tried = [came: string, due: string];

const tooLong = 'x'.repeat(17 * 1024);

/** Every way in that is tried while the others log in; each answers what has to come out. */
export const INTRUDERS: Readonly<Record<string, (place: Place) => Promise<Tried[]>>> = {
  'a token twice at once, and a third time': async ({ site, sandbox, phone }) => {
    const { token } = await buyToken(site, sandbox, phone);
    const use = async () => gist(await handIn(site, token, phone.userInformation));
    const both = await Promise.all([use(), use()]);
    return [
      [both.sort().join(), `200 ${phone.sim.number},401 104007`],
      [await use(), '401 104007'],
    ];
  },

  'a token of another app': async (place) => {
    const token = await tokenOfOtherApp(place);
    return [[gist(await handIn(place.site, token, place.phone.userInformation)), '401 104008']];
  },

  'the userInformation of another phone, which does not use the token up': async (place) => {
    const { site, sandbox, phone, neighbour } = place;
    const { token } = await buyToken(site, sandbox, phone);
    return [
      [gist(await handIn(site, token, neighbour.userInformation)), '401 104008'],
      [gist(await handIn(site, token, phone.userInformation)), `200 ${phone.sim.number}`],
    ];
  },

  'credentials of an hour ago': async (place) => {
    const { sign, traceId, timestamp } = createCredentials({
      appId: APP_ID,
      appKey: APP_KEY,
      now: anHourAgo,
    });
    return [[await retrievalCode(place, { sign, traceId, msgId: traceId, timestamp }), '105112']];
  },

  'credentials used twice': async (place) => {
    const { sign, traceId, timestamp } = createCredentials({ appId: APP_ID, appKey: APP_KEY });
    const { userInformation } = place.phone;
    const used = { sign, traceId, msgId: traceId, timestamp, userInformation };
    return [
      [await retrievalCode(place, used), '103000'],
      [await retrievalCode(place, used), '103211'],
    ];
  },

  'a business server whose clock or key is wrong, neither of which uses the token up': async (place) => {
    const { token } = await buyToken(place.site, place.sandbox, place.phone);
    return [
      [await validated(place, token, { now: anHourAgo }), '103001'],
      [await validated(place, token, { privateKey: strangersKey }), '104013'],
      [await validated(place, token, {}), place.phone.sim.number],
    ];
  },

  'a guessed token': async ({ site, phone }) => [
    [gist(await handIn(site, `STsid${md5(phone.sim.number)}`, phone.userInformation)), '401 104007'],
  ],

  'inputs beyond all limits, and none at all': async ({ site, phone: { userInformation } }) => {
    const tried = async (body: unknown, due: string, headers?: Record<string, string>): Promise<Tried> => [
      gist(await askBusiness(site, '/api/login', body, headers)),
      due,
    ];
    return Promise.all([
      tried(JSON.stringify({ token: tooLong, userInformation }), '413 413'),
      tried(`${'['.repeat(8000)}${']'.repeat(8000)}`, '400 103002'),
      tried('{"token":', '400 103002'),
      tried({ token: 'x'.repeat(1025), userInformation }, '400 103002'),
      tried({ token: 'x', userInformation: 'x'.repeat(4097) }, '400 103002'),
      tried({ token: 'x\r\ny', userInformation }, '400 103002'),
      tried({ token: { toString: 'x' }, userInformation }, '400 103002'),
      tried({ __proto__: null, constructor: 'x' }, '400 103002'),
      tried({}, '400 103002'),
      tried(`token=x`, '415 415', { 'content-type': 'text/plain' }),
      tried({ token: 'x', userInformation }, '403 110026', { origin: 'https://other.example' }),
    ]);
  },
};
