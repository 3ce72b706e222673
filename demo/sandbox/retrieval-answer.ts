import { randomBytes } from 'node:crypto';
import type { Call, Fields } from './call.js';
import type { RegisteredApp } from './registered-app.js';
import type { Sim } from './sims.js';

/** `138****8000`. */
export const masked = (number: string): string => number.replace(/^(\d{3})\d{4}/, '$1****');

/** Recognise a SIM: what all carriers answer alike. */
export const recognise = (call: Call, app: RegisteredApp, sim: Sim, userInformation: string): Fields => {
  const accessToken = randomBytes(24).toString('hex');
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
