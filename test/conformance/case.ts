import type { CasePage, Told } from './case-page.js';
import type { Script } from './script.js';
import type { ExpectedRequest } from './wire.js';

/** Something that the page or its user does. */
export type Step = (page: CasePage) => void | Promise<void>;

/** One row of the conformance table. */
export interface Case {
  name: string;
  /** What the service answers. */
  answers: Script;
  /** What the page and its user do, in order. */
  steps: readonly Step[];
  /** What goes over the wire, in order; the look of the standard popup, which is fetched beside the rest, stands first. */
  requests: readonly ExpectedRequest[];
  /** Which callbacks are called, in order, with what. */
  callbacks: readonly Told[];
}
