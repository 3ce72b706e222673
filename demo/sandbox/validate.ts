import { flat, textAt, type Exchange } from './call.js';
import { demand } from './refusal.js';
import { masked } from './retrieval-answer.js';
import { encryptNumber, isSignedBy } from './sealing.js';
import { isTimely } from './timestamp.js';

/** The business server asks for the number behind a token. No page may. */
export const VALIDATE: Exchange = {
  name: 'validate',
  method: 'POST',
  path: '/h5/onekeylogin/tokenValidate',
  headers: undefined,
  answer(call) {
    const { body, service } = call;
    const version = call.header('interfaceVersion');
    const appId = call.header('appId');
    const traceId = call.header('traceId');
    const timestamp = call.header('timestamp');
    const businessType = call.header('businessType');
    const token = textAt(body, 'token');
    const sign = textAt(body, 'sign');
    const userInformation = textAt(body, 'userInformation');
    demand(/^application\/json\b/i.test(call.header('content-type') ?? ''), '103002');
    demand(version && appId && traceId && timestamp && businessType, '103002');
    demand(token && sign && userInformation && typeof body?.['expandParams'] === 'string', '103002');
    const app = service.apps.get(appId);
    demand(app, '104000');
    demand(businessType === '8', '104001');
    demand(version === '2.0' && isTimely(timestamp, service.now()), '103001');
    // Before the token is looked at, so that nobody without the key can use one up or learn whether it lives.
    demand(isSignedBy(app.publicKey, appId + traceId + timestamp + token + version, sign), '104013');
    demand(service.isFirst('validate', traceId), '103001');

    const record = service.tokens.get(token);
    demand(record, '104007', 'token不存在');
    demand(record.appId === appId, '104008', 'token校验失败');
    demand(record.userInformation === userInformation, '104008', 'userInformation校验失败');
    service.tokens.delete(token);
    const { number } = record;
    return flat('103000', '成功', {
      data: { msisdn: encryptNumber(number, app.appKey), securityPhone: masked(number) },
    });
  },
  refuse: ({ code, message }) => flat(code, message),
};
