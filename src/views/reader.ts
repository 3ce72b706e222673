// All that reads options and puts the parts where they say, in one module: screens without options do without it.
export { layerOptionsOf } from '../options/page-option.js';
export { readLayerOptions as layer, readPageOptions as page } from '../options/read-options.js';
export { placeParts } from './painted/placement.js';
