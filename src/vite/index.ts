/**
 * A plugin for Vite: `vite` alone gives a working login page.
 *
 * @module ydrz-elements/vite
 */
export { ydrz, type DevelopmentPlugin, type YdrzPluginOptions } from './plugin.js';
