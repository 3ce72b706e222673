// All that reads options, in one module: screens without options do without it.
export { layerOptionsOf } from './page-option.js';
export { readLayerOptions as layer, readPageOptions as page } from './read-options.js';
