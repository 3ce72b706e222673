import { textAt, type Call, type Exchange } from './call.js';
import { Refusal, demand } from './refusal.js';
import { recognise } from './retrieval-answer.js';
import { isSame, md5 } from './sealing.js';
import type { Sim } from './sims.js';
import { chinaTimestamp, isTimely } from './timestamp.js';

const WRONG_NETWORK = '103111';

const headerOf = (call: Call) => ({
  appId: textAt(call.body, 'appId') ?? '',
  msgId: textAt(call.body, 'msgId') ?? '',
  timestamp: chinaTimestamp(call.service.now()),
});

/** @throws {Refusal} when China Mobile does not give this SIM's number. */
const demandRecognised = ({ cm, network, operator }: Sim): void => {
  if (cm) throw new Refusal(cm.code, cm.hints);
  demand(network !== 'wifi' && operator === 'CM', WRONG_NETWORK);
};

const answer = (call: Call): Response => {
  const { body, service } = call;
  demand(body, '103211');
  const version = textAt(body, 'version');
  const timestamp = textAt(body, 'timestamp');
  const appId = textAt(body, 'appId');
  const businessType = textAt(body, 'businessType');
  const traceId = textAt(body, 'traceId');
  const msgId = textAt(body, 'msgId');
  const sign = textAt(body, 'sign');
  const authPageType = textAt(body, 'authPageType');
  const userInformation = textAt(body, 'userInformation');

  const app = service.apps.get(appId ?? '');
  demand(appId && app, '105113');
  demand(version && timestamp && businessType && traceId && msgId && sign, '130010');
  demand(authPageType && userInformation && typeof body['expandParams'] === 'string', '130010');
  demand(service.pages.hasOrigin(call.header('origin')), '110026');
  demand(service.pages.hasReferer(call.header('referer')), '170001');
  demand(businessType === '8', '110024');
  demand(isTimely(timestamp, service.now()), '105112');
  demand(version === '2.0' && msgId === traceId, '103211');
  const expected = md5(appId + businessType + msgId + timestamp + traceId + version + app.appKey);
  demand(isSame(sign, expected), '103101');
  demand(service.isFirst('cm', traceId), '103211');
  demandRecognised(call.sim);

  const recognised = recognise(call, app, call.sim, userInformation);
  return Response.json({
    header: headerOf(call),
    body: { resultCode: '103000', resultDesc: '成功', ...recognised },
  });
};

/** China Mobile's one request. No headers of its own: it must stay CORS-simple. */
export const CM: Exchange = {
  name: 'cm',
  method: 'POST',
  path: '/h5/httpsPreGetmobile',
  headers: [],
  answer,
  refuse: ({ code, message, hints }, call) =>
    Response.json({ header: headerOf(call), body: { resultCode: code, resultDesc: message, ...hints } }),
};
