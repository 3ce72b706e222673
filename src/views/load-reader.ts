import type * as Reader from './reader.js';

/** What reads options, once something has needed it: screens without options never fetch it. */
export let reader: typeof Reader | undefined;

/** Fetch what reads options. Fails when it cannot be had; it may be tried again. */
export const loadReader = async (): Promise<typeof Reader> => (reader ??= await import('./reader.js'));
