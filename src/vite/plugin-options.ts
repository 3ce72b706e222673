import type { Fault } from '../sandbox/faults/fault.js';
import type { Sim } from '../sandbox/service/sims.js';
import type { HandlerOptions } from '../server/handler-options.js';

/** What the development plugin takes. */
export interface YdrzPluginOptions {
  /** The application's id, as the tag has it; default `300012345678`. */
  appId?: string;
  /** Where the server kit answers, as `credentials-url` has it without its end; default `/api/ydrz`. */
  path?: string;
  /** SIMs beside the built-in ones. */
  sims?: readonly Sim[];
  /** How requests are to be spoilt from the start. */
  faults?: readonly Fault[];
  /** What your server answers to a login; default `{phone}`. */
  onLogin?: HandlerOptions['onLogin'];
}
