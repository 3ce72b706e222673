import { flat, parseFields, stringAt, type Call, type Exchange } from './call.js';
import type { PartnerCarrier } from './partner-carriers.js';
import { demand } from './refusal.js';
import { isSame, md5, openSealed, randomHex } from '../service/sealing.js';
import { isTimely } from './timestamp.js';

/** `0` Android and Linux, `1` iOS, `3` other. */
const MOBILE_SYSTEMS: ReadonlySet<unknown> = new Set(['0', '1', '3']);

/** Check what a request of China Telecom or China Unicom says unsealed, which steps 1 and 3 check alike. @throws {Refusal} */
export const checkOutside = (call: Call, businessType: unknown) => {
  const { service } = call;
  const appId = call.header('appId');
  const app = service.apps.get(appId ?? '');
  demand(appId && app, '105113');
  demand(app.entitlement !== 'none', '110023');
  demand(app.entitlement !== 'expired', '110025');
  const traceId = call.header('traceId');
  demand(traceId, '105117');
  const version = call.header('interfaceVersion');
  demand(version, '130030');
  demand(service.pages.hasOrigin(call.header('origin')), '110026');
  demand(service.pages.hasReferer(call.header('referer')), '170001');
  demand(businessType !== undefined && businessType !== '', '108001');
  demand(businessType === '8', '104001');
  demand(version === '2.0', '301');
  return { app, appId, traceId, version };
};

/** @throws {Refusal} unless the sealed text says the same as the outside, and says it now. */
const checkInside = (
  text: string | undefined,
  { appId, traceId, version }: ReturnType<typeof checkOutside>,
  now: number,
) => {
  const inside = parseFields(text ?? '');
  demand(inside, '301');
  const msgId = stringAt(inside, 'msgId');
  const timestamp = stringAt(inside, 'timestamp');
  const sign = stringAt(inside, 'sign');
  demand(
    stringAt(inside, 'ver') && stringAt(inside, 'appId') && stringAt(inside, 'interfaceVersion'),
    '130030',
  );
  demand(msgId && timestamp && sign && stringAt(inside, 'mobilesystem'), '130030');
  demand(inside['ver'] === '1.0' && inside['expandParams'] === '', '301');
  demand(inside['appId'] === appId && inside['interfaceVersion'] === version, '301');
  demand(MOBILE_SYSTEMS.has(inside['mobilesystem']) && msgId === traceId, '301');
  demand(isSame(sign, md5(appId + version + msgId + timestamp)), '103101');
  demand(isTimely(timestamp, now), '301');
};

/** Step 1: open the sealed request and answer the address at the carrier's gateway. */
export const phonescrip = (carrier: PartnerCarrier): Exchange => {
  const name = `${carrier.prefix}-phonescrip`;
  return {
    name,
    method: 'POST',
    path: carrier.phonescrip,
    headers: ['appId', 'interfaceVersion', 'traceId', 'content-type'],
    async answer(call) {
      const { body, service } = call;
      demand(body, '301');
      const outside = checkOutside(call, body['businessType']);
      const encrypted = stringAt(body, 'encrypted');
      const reqdata = stringAt(body, 'reqdata');
      demand(encrypted && reqdata, '130030');
      checkInside(await openSealed(encrypted, reqdata), outside, service.now());
      const { appId, traceId } = outside;
      demand(service.isFirst(name, traceId), '130035');

      const ticket = randomHex(16);
      service.phonescrips.set(ticket, { appId, traceId, operator: carrier.operator });
      return flat('103000', '成功', { data: `${call.base}${carrier.gateway}/${ticket}` });
    },
    refuse: ({ code, message }) => flat(code, message),
  };
};
