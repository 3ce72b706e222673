import type { RunningState } from '../flow/types.js';

/** The states of `<ydrz-login>`, reflected to its `state` attribute and to `:state(…)`. */
export type LoginState = 'idle' | RunningState | 'done' | 'failed';

export const LOGIN_STATES: readonly LoginState[] = [
  'idle',
  'preparing',
  'retrieving',
  'authorizing',
  'exchanging',
  'done',
  'failed',
];

/** The names of the events; the event classes have them as they are. */
export const LOGIN_EVENTS = [
  'token',
  'error',
  'authorizationrequest',
  'inputcomplete',
  'statechange',
  'expire',
  'hop',
] as const;

export const LOGIN_TAG = 'ydrz-login';
