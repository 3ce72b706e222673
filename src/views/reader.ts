// What reads options and places parts by them, in one module of its own, which screens without options do not load.
export { layerOptionsOf } from '../options/page-option.js';
export { readLayerOptions as layer, readPageOptions as page } from '../options/read-options.js';
export { placeParts } from './painted/placement.js';
