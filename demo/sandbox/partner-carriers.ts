import type { Fields } from './call.js';
import type { Sim } from './sims.js';

/** What differs between China Telecom and China Unicom. */
export interface PartnerCarrier {
  operator: 'CT' | 'CU';
  /** The start of its exchanges' names. */
  prefix: 'ct' | 'cu';
  phonescrip: string;
  callback: string;
  /** Path of the simulated gateway; the real ones are the carriers' own hosts. */
  gateway: string;
  /** The global function that the gateway's script calls. */
  functionName: string;
  /** What the gateway hands over for a number of its own. */
  recognised(data: string): Fields;
  /** What the gateway says to a connection that is not its own, and to one that it cannot place at all. */
  foreign: Fields;
  unplaced: Fields;
  /** What the gateway says to an address that it never gave out, or too long ago. */
  expired: Fields;
  /** The service's code for data that did not come from the gateway. */
  gatewayFailed: string;
}

export const PARTNER_CARRIERS: readonly PartnerCarrier[] = [
  {
    operator: 'CT',
    prefix: 'ct',
    phonescrip: '/h5/onekeylogin/getNewTelecomPhonescrip',
    callback: '/h5/onekeylogin/CTCallback',
    gateway: '/gateway/ct/phonescrip',
    functionName: 'getTelecomPhone',
    recognised: (data) => ({ result: 0, data }),
    foreign: { result: -10011, data: '运营商不匹配' },
    unplaced: { result: -10004, data: '无效的IP' },
    expired: { result: -10009, data: '时间超期' },
    gatewayFailed: '105003',
  },
  {
    operator: 'CU',
    prefix: 'cu',
    phonescrip: '/h5/onekeylogin/getNewUnicomPhonescrip',
    callback: '/h5/onekeylogin/CUCallback',
    gateway: '/gateway/cu/phonescrip',
    functionName: 'getNewUnicomPhone',
    recognised: (data) => ({ result: '0', data }),
    foreign: { result: '1', code: '105001', msg: '联通网关取号失败' },
    unplaced: { result: '1', code: '105001', msg: '联通网关取号失败' },
    expired: { result: '1', code: '105001', msg: '联通网关取号失败' },
    gatewayFailed: '105001',
  },
];

/** Does the carrier recognise the SIM's connection, and if not, what does it say? */
export const refusalOfGateway = (carrier: PartnerCarrier, { network, operator }: Sim): Fields | undefined => {
  if (network === 'wifi') return carrier.unplaced;
  return operator === carrier.operator ? undefined : carrier.foreign;
};
