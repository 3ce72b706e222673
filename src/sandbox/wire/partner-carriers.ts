import type { Fields } from '../../incoming/fields.js';
import type { CarrierRefusal, Sim } from '../service/sims.js';
import { saidOf } from './said.js';

/** What differs between China Telecom and China Unicom. */
export interface PartnerCarrier {
  operator: 'CT' | 'CU';
  /** The start of its exchanges' names. */
  prefix: 'ct' | 'cu';
  /** Path of step 1. */
  phonescrip: string;
  /** Path of step 3. */
  callback: string;
  /** Path of the simulated gateway; the real ones are the carriers' own hosts. */
  gateway: string;
  /** The global function that the gateway's script calls. */
  functionName: string;
  /** What the gateway hands over for a number of its own. */
  recognised(data: string): Fields;
  /** What the gateway says to a connection of another carrier. */
  foreign: Fields;
  /** What the gateway says to a connection of no carrier, such as Wi-Fi. */
  unplaced: Fields;
  /** What the gateway says to an address that it never gave out, or too long ago. */
  expired: Fields;
  /** How it refuses a number of its own. */
  refused(refusal: CarrierRefusal): Fields;
  /** Step 3 may leave userInformation out: the accessToken is then bound to the one that the token is asked for with. */
  bindsLater: boolean;
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
    refused: ({ code, message = saidOf('ct-script', code) ?? '取号失败' }) => ({
      result: Number(code),
      data: message,
    }),
    bindsLater: false,
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
    refused: ({ code, message = saidOf('cu-script', code) ?? '联通网关取号失败' }) => ({
      result: '1',
      code,
      msg: message,
    }),
    bindsLater: true,
    gatewayFailed: '105001',
  },
];

/** What the carrier's gateway says instead of recognising the SIM's connection; undefined where it recognises it. */
export const refusalOfGateway = (
  carrier: PartnerCarrier,
  { network, operator, refusal }: Sim,
): Fields | undefined => {
  if (network === 'wifi') return carrier.unplaced;
  if (operator !== carrier.operator) return carrier.foreign;
  return refusal && carrier.refused(refusal);
};
