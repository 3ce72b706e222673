import type { ReadingRules, ScreenOptions } from './types.js';

const nothing: ScreenOptions = {
  properties: new Map(),
  values: { masked: false, closeShown: true, standard: false, agreements: [], controls: [] },
};

/**
 * Read the documented options of the layer (authPageType 2, and 1 with what `layerOptionsOf` makes of the service's
 * page option). Takes any value: an object, JSON text, or rubbish, which gives the defaults and a warning.
 */
export function readLayerOptions(_options: unknown, _rules: ReadingRules = {}): ScreenOptions {
  return nothing;
}

/** Read the documented options of the page (authPageType 3 and the standard page). Takes any value. */
export function readPageOptions(_options: unknown, _rules: ReadingRules = {}): ScreenOptions {
  return nothing;
}
