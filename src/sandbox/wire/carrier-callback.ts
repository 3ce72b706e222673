import { flat, stringAt, type Exchange } from './call.js';
import { checkOutside } from './carrier-phonescrip.js';
import type { PartnerCarrier } from './partner-carriers.js';
import { demand } from './refusal.js';
import { recognise } from './retrieval-answer.js';
import { isTimely } from './timestamp.js';

/** Step 3: what the carrier's gateway said, for an accessToken. */
export const callback = (carrier: PartnerCarrier): Exchange => ({
  name: `${carrier.prefix}-callback`,
  method: 'POST',
  path: carrier.callback,
  headers: [
    'appId',
    'interfaceVersion',
    'traceId',
    'businessType',
    'timestamp',
    'authPageType',
    'content-type',
  ],
  answer(call) {
    const { body, service } = call;
    const { app, appId, traceId } = checkOutside(call, call.header('businessType'));
    const timestamp = call.header('timestamp');
    demand(timestamp && call.header('authPageType'), '130030');
    demand(isTimely(timestamp, service.now()), '301');
    demand(body, '301');
    const data = stringAt(body, 'data');
    const userInformation = stringAt(body, 'userInformation');
    demand(data && (userInformation || carrier.bindsLater), '130030');
    demand(body['ver'] === '1.0', '301');

    const seen = service.phonescrips.take(data);
    demand(seen?.sim && seen.operator === carrier.operator, carrier.gatewayFailed);
    demand(seen.appId === appId && seen.traceId === traceId, carrier.gatewayFailed);
    const { sim } = seen;
    const recognised = sim.closed ? { accessToken: '' } : recognise(call, app, sim, userInformation);
    return flat('103000', '成功', recognised);
  },
  refuse: ({ code, message }) => flat(code, message),
});
