import { isSame, md5, randomHex } from '../service/sealing.js';
import type { Sim } from '../service/sims.js';
import { flat, isTextIfGiven, stringAt, type Exchange } from './call.js';
import { demand } from './refusal.js';
import { masked } from './retrieval-answer.js';

const TRIES = 3;

/**
 * The values of `phone` that are right: the number's MD5. At level 1, where a page never learns the number, it is nothing or the MD5
 * of the digits that can be seen.
 */
const phonesOf = ({ number, authLevel }: Sim): string[] =>
  authLevel === '1' ? ['', md5(masked(number).replace(/\*/g, ''))] : [md5(number)];

/** The number's MD5 and the accessToken buy a token. */
export const TOKEN: Exchange = {
  name: 'token',
  method: 'POST',
  path: '/h5/onekeylogin/authGetToken',
  headers: ['interfaceVersion', 'timestamp', 'appId', 'businessType', 'traceId', 'content-type'],
  answer(call) {
    const { body, service, lane } = call;
    const appId = call.header('appId');
    const businessType = call.header('businessType');
    const accessToken = stringAt(body, 'accessToken');
    const userInformation = stringAt(body, 'userInformation');
    demand(/^application\/json\b/i.test(call.header('content-type') ?? ''), '103002');
    const version = call.header('interfaceVersion');
    demand(version && call.header('timestamp') && call.header('traceId'), '103002');
    demand(appId && businessType && accessToken && userInformation, '103002');
    demand(isTextIfGiven(body, 'expandParams'), '103002');
    const app = service.apps.get(appId);
    demand(app, '104000');
    demand(app.entitlement !== 'none', '104003');
    demand(app.entitlement !== 'expired', '104004');
    demand(businessType === '8', '104001');
    demand(version === '2.0', '104010');
    demand(service.pages.hasOrigin(call.header('origin')), '104006');
    demand(service.pages.hasReferer(call.header('referer')), '104005');

    const access = service.accesses.get(accessToken);
    demand(access, '104007');
    const { sim } = access;
    // The accessToken is the operator's: on another phone it is worth nothing.
    demand(access.appId === appId && sim.id === call.sim.id, '104008');
    access.userInformation ??= userInformation;
    demand(access.userInformation === userInformation, '104008');

    const tried = `${lane} ${sim.number}`;
    const wrong = service.wrongTries.get(tried) ?? 0;
    demand(wrong < TRIES, '104009');
    const phone = stringAt(body, 'phone') ?? '';
    if (sim.authLevel !== '1') demand(phone, '104011');
    const right = phonesOf(sim).some((one) => isSame(one, phone));
    if (!right) service.wrongTries.set(tried, wrong + 1);
    demand(right, '104012');

    service.wrongTries.delete(tried);
    service.accesses.delete(accessToken);
    const token = `STsid${randomHex(24).toUpperCase()}`;
    service.tokens.set(token, { appId, number: sim.number, userInformation });
    return flat('103000', '成功', { data: { token } });
  },
  refuse: ({ code, message }) => flat(code, message),
};
