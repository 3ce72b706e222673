import type { ScreenOptions } from './types.js';

/** A screen that no option says anything about. */
export const DEFAULTS: ScreenOptions = {
  properties: new Map(),
  values: { masked: false, closeShown: true, standard: false, agreements: [], controls: [] },
};

/** Layer options of the standard popup where nothing is set at the service. */
export const STANDARD_POPUP = { standardPopup: {} };

/** Whether there are options that say something, rightly or not. */
export const isGiven = (options: unknown): boolean => (options ?? '') !== '';

/** What is known without reading options: the defaults, and the standard popup. */
export const unread = (options: unknown): ScreenOptions => ({
  ...DEFAULTS,
  values: { ...DEFAULTS.values, standard: options === STANDARD_POPUP },
});
