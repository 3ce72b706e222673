import type { ReadScreen } from './option-reading.js';
import type { GuardedLook } from './painted/layout-guard.js';

/** How one screen differs from the other, apart from the parts that it renders. */
export type ScreenLook = GuardedLook & ReadScreen;
