import { randomHex } from '../service/sealing.js';
import type { Fields } from '../../incoming/fields.js';
import type { Call } from './call.js';
import type { RegisteredApp } from '../service/registered-app.js';
import type { Sim } from '../service/sims.js';

/** A number as screens may show it, such as `138****8000`. */
export const masked = (number: string): string => number.replace(/^(\d{3})\d{4}/, '$1****');

/** Give out an accessToken for a SIM; answers what all carriers say alike of one that they recognise. */
export const recognise = (
  call: Call,
  app: RegisteredApp,
  sim: Sim,
  userInformation: string | undefined,
): Fields => {
  const accessToken = randomHex(24);
  call.service.accesses.set(accessToken, { appId: app.appId, sim, userInformation });
  return {
    accessToken,
    maskPhone: masked(sim.number),
    authPageUrl: `${call.base}/h5/auth-page`,
    authLevel: sim.authLevel ?? '4',
    appName: app.appName,
    customerPrivacyConfig: app.customerPrivacyConfig ? JSON.stringify(app.customerPrivacyConfig) : '',
  };
};
