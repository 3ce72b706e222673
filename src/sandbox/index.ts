/**
 * The authentication service and the carriers, simulated: for developing and testing a page with no phone and no network.
 *
 * @module ydrz-elements/sandbox
 */
export * from './exports.js';
export { startSandbox } from './start-sandbox.js';
