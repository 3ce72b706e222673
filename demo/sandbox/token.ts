import { randomBytes } from 'node:crypto';
import { flat, textAt, type Exchange } from './call.js';
import { demand } from './refusal.js';
import { isSame, md5 } from './sealing.js';

const TRIES = 3;

/** The digits' MD5 and the accessToken buy a token. */
export const TOKEN: Exchange = {
  name: 'token',
  method: 'POST',
  path: '/h5/onekeylogin/authGetToken',
  headers: ['interfaceVersion', 'timestamp', 'appId', 'businessType', 'traceId', 'content-type'],
  answer(call) {
    const { body, service, lane } = call;
    const appId = call.header('appId');
    const businessType = call.header('businessType');
    const accessToken = textAt(body, 'accessToken');
    const userInformation = textAt(body, 'userInformation');
    demand(/^application\/json\b/i.test(call.header('content-type') ?? ''), '103002');
    demand(call.header('interfaceVersion') && call.header('timestamp') && call.header('traceId'), '103002');
    demand(appId && businessType && accessToken && userInformation, '103002');
    demand(typeof body?.['expandParams'] === 'string', '103002');
    demand(service.apps.has(appId), '104000');
    demand(businessType === '8', '104001');
    demand(service.pages.hasOrigin(call.header('origin')), '104006');
    demand(service.pages.hasReferer(call.header('referer')), '104005');

    const access = service.accesses.get(accessToken);
    demand(access, '104007');
    const { sim } = access;
    // The accessToken is the operator's: on another phone it is worth nothing.
    demand(access.appId === appId && access.userInformation === userInformation, '104008');
    demand(sim.id === call.sim.id, '104008');

    const tried = `${lane} ${sim.number}`;
    const wrong = service.wrongTries.get(tried) ?? 0;
    demand(wrong < TRIES, '104009');
    const phone = textAt(body, 'phone');
    if (sim.authLevel !== '1') demand(phone, '104011');
    const right = phone === undefined || isSame(phone, md5(sim.number));
    if (!right) service.wrongTries.set(tried, wrong + 1);
    demand(right, '104012');

    service.wrongTries.delete(tried);
    service.accesses.delete(accessToken);
    const token = `STsid${randomBytes(24).toString('hex').toUpperCase()}`;
    service.tokens.set(token, { appId, number: sim.number, userInformation });
    return flat('103000', '成功', { data: { token } });
  },
  refuse: ({ code, message }) => flat(code, message),
};
