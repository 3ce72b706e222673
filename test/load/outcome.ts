import { isFields } from '../services/fields.js';
import type { Tried } from './intruders.js';
import type { Answer } from './phone.js';
import { runCrowd } from './run-crowd.js';

export const LOGINS = 1000;
/** Of the business server. */
export const COPIES = 2;
/** How often each intruder tries. */
export const TRIES = 3;

/** What something came to, or the error it was lost with. */
export type Settled<Value> = { value: Value } | { lost: string };

export interface Done {
  number: string;
  /** The copy that signed the credentials. */
  signedBy: string;
  answer: Answer;
}

/** What is left of a load. */
export interface Outcome {
  logins: Settled<Done>[];
  tries: Settled<{ name: string; tried: Tried[] }>[];
  /** Everything that the copies have written. */
  log: string;
  /** The token validations that the service was asked for, as JSON. */
  sent: string;
  /** The business's, which must be nowhere. */
  privateKey: string;
}

/** It comes from a process of ours. */
const isOutcome = (value: unknown): value is Outcome =>
  isFields(value) && Array.isArray(value['logins']) && Array.isArray(value['tries']);

/** @throws {Error} when the load has not come to an end. */
export const runLoad = (): Promise<Outcome> => runCrowd('crowd.ts', isOutcome);
