import { flat, isTextIfGiven, stringAt, type Exchange } from './call.js';
import { demand } from './refusal.js';
import type { RegisteredApp } from '../service/registered-app.js';
import { masked } from './retrieval-answer.js';
import { encryptNumber, isSignedBy } from '../service/sealing.js';
import { isTimely } from './timestamp.js';

/** May the application's server ask from this address? */
const isServerOf = ({ serverAddresses }: RegisteredApp, address: string | undefined): boolean =>
  !serverAddresses || (address !== undefined && serverAddresses.includes(plainAddress(address)));

/** An IPv4 address without the prefix that a socket for IPv4 and IPv6 writes before it. */
const plainAddress = (address: string): string => address.replace(/^::ffff:/, '');

/** The business server asks for the number behind a token. No page may. */
export const VALIDATE: Exchange = {
  name: 'validate',
  method: 'POST',
  path: '/h5/onekeylogin/tokenValidate',
  headers: undefined,
  async answer(call) {
    const { body, service } = call;
    const version = call.header('interfaceVersion');
    const appId = call.header('appId');
    const traceId = call.header('traceId');
    const timestamp = call.header('timestamp');
    const businessType = call.header('businessType');
    const token = stringAt(body, 'token');
    const sign = stringAt(body, 'sign');
    const userInformation = stringAt(body, 'userInformation');
    demand(/^application\/json\b/i.test(call.header('content-type') ?? ''), '103002');
    demand(version && appId && traceId && timestamp && businessType, '103002');
    demand(token && sign && userInformation && isTextIfGiven(body, 'expandParams'), '103002');
    const app = service.apps.get(appId);
    demand(app, '104000');
    demand(businessType === '8', '104001');
    demand(app.entitlement !== 'none', '104003');
    demand(app.entitlement !== 'expired', '104004');
    demand(isServerOf(app, call.address), '104017');
    demand(version === '2.0' && isTimely(timestamp, service.now()), '103001');
    // Before the token is looked at, so that nobody without the key can use one up or learn whether it lives.
    const key = await service.publicKey(app);
    demand(await isSignedBy(key, appId + traceId + timestamp + token + version, sign), '104013');
    demand(service.isFirst('validate', traceId), '103001');

    const record = service.tokens.get(token);
    demand(record, '104007');
    demand(record.appId === appId, '104008', 'token校验失败');
    demand(record.userInformation === userInformation, '104008', 'userInformation校验失败');
    service.tokens.delete(token);
    const { number } = record;
    const msisdn = await encryptNumber(number, app.appKey);
    return flat('103000', '成功', { data: { msisdn, securityPhone: masked(number) } });
  },
  refuse: ({ code, message }) => flat(code, message),
};
