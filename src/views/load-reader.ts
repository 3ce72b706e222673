import type * as Reader from './reader.js';

/** The code that reads options; undefined until something has loaded it. Screens without options never do. */
export let reader: typeof Reader | undefined;

/** Load the code that reads options. Rejects when it cannot be loaded; another call tries again. */
export const loadReader = async (): Promise<typeof Reader> => (reader ??= await import('./reader.js'));
