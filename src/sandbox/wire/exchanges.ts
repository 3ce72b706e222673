import type { Exchange } from './call.js';
import { callback } from './carrier-callback.js';
import { gateway } from './carrier-gateway.js';
import { phonescrip } from './carrier-phonescrip.js';
import { CM } from './cm.js';
import { HOSTED_PAGE, HOSTED_PAGE_SCRIPT } from './hosted-page.js';
import { OFFICIAL_SCRIPT } from './official-script.js';
import { PAGE_OPTION } from './page-option.js';
import { PARTNER_CARRIERS } from './partner-carriers.js';
import { TOKEN } from './token.js';
import { VALIDATE } from './validate.js';

/** Everything that the simulated service and carriers answer. */
export const EXCHANGES: readonly Exchange[] = [
  CM,
  ...PARTNER_CARRIERS.flatMap((carrier) => [phonescrip(carrier), gateway(carrier), callback(carrier)]),
  PAGE_OPTION,
  TOKEN,
  VALIDATE,
  HOSTED_PAGE,
  HOSTED_PAGE_SCRIPT,
  OFFICIAL_SCRIPT,
];
