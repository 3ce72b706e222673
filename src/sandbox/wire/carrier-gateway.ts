import { randomHex } from '../service/sealing.js';
import type { Fields } from '../../incoming/fields.js';
import type { Call, Exchange } from './call.js';
import { refusalOfGateway, type PartnerCarrier } from './partner-carriers.js';

const script = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'application/javascript; charset=utf-8' } });

/** The carrier's own gateway: looks at the connection and calls the fixed function with what it saw. */
export const gateway = (carrier: PartnerCarrier): Exchange => {
  const look = ({ service, sim, ticket }: Call): Fields => {
    const asked = service.phonescrips.take(ticket);
    if (asked?.operator !== carrier.operator || asked.sim) return carrier.expired;
    const refusal = refusalOfGateway(carrier, sim);
    if (refusal) return refusal;
    const data = randomHex(32);
    service.phonescrips.set(data, { ...asked, sim });
    return carrier.recognised(data);
  };
  const calling = (result: Fields) => script(`${carrier.functionName}(${JSON.stringify(result)});\n`);
  return {
    name: `${carrier.prefix}-script`,
    method: 'GET',
    path: `${carrier.gateway}/:ticket`,
    headers: undefined,
    answer: (call) => calling(look(call)),
    refuse: () => calling(carrier.expired),
  };
};
