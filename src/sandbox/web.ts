// The entry outside Node: browsers, workers and edge runtimes.
export * from './exports.js';
import type { RunningSandbox, StartOptions } from './start-sandbox.js';

/**
 * What `startSandbox` is outside Node, in the build for browsers, workers and edge runtimes.
 *
 * @throws {Error} always
 */
export const startSandbox: (options: StartOptions) => Promise<RunningSandbox> = () =>
  Promise.reject(
    new Error('startSandbox listens on Node only. Elsewhere, answer with the fetch of createSandbox().'),
  );
