import { isTextIfGiven, stringAt, type Call, type Exchange } from './call.js';
import { Refusal, demand } from './refusal.js';
import { recognise } from './retrieval-answer.js';
import { isSame, md5 } from '../service/sealing.js';
import type { Sim } from '../service/sims.js';
import { chinaTimestamp, isTimely } from './timestamp.js';

/** A connection that is none of China Mobile's, and what was seen beside the code. */
const WRONG_NETWORK = { code: '103111', hints: { msisdnOwnerback: '', keytype: '', ipType: 'ipv6' } };

const answerHeader = (call: Call) => ({
  appId: stringAt(call.body, 'appId') ?? '',
  msgId: stringAt(call.body, 'msgId') ?? '',
  timestamp: chinaTimestamp(call.service.now()),
});

/** @throws {Refusal} when China Mobile does not give this SIM's number. */
const demandRecognised = ({ cm, refusal, network, operator }: Sim): void => {
  if (!cm && refusal && operator === 'CM') throw new Refusal(refusal.code, {}, refusal.message);
  const refused = cm ?? (network === 'wifi' || operator !== 'CM' ? WRONG_NETWORK : undefined);
  if (refused) throw new Refusal(refused.code, refused.hints);
};

const answer = (call: Call): Response => {
  const { body, service } = call;
  demand(body, '103211');
  const version = stringAt(body, 'version');
  const timestamp = stringAt(body, 'timestamp');
  const appId = stringAt(body, 'appId');
  const businessType = stringAt(body, 'businessType');
  const traceId = stringAt(body, 'traceId');
  const msgId = stringAt(body, 'msgId');
  const sign = stringAt(body, 'sign');
  const authPageType = stringAt(body, 'authPageType');
  const userInformation = stringAt(body, 'userInformation');

  const app = service.apps.get(appId ?? '');
  demand(appId && app, '105113');
  demand(app.entitlement !== 'none', '110023');
  demand(app.entitlement !== 'expired', '110025');
  demand(version && timestamp && businessType && traceId && msgId && sign, '130010');
  demand(authPageType && userInformation && isTextIfGiven(body, 'expandParams'), '130010');
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
    header: answerHeader(call),
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
    Response.json({ header: answerHeader(call), body: { resultCode: code, resultDesc: message, ...hints } }),
};
