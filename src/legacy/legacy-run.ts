import type { YdrzError } from '../codes/ydrz-error.js';
import { notify } from './notify.js';

/** As the page has given them: functions, if the page is in order. */
export interface Callbacks {
  success?: unknown;
  error?: unknown;
}

/** Where the user is asked, as the page's calls find it. */
export interface LegacyAsking {
  /** The page has thrown it out with what was around it: nobody will ever answer. */
  readonly lost: boolean;
  /** What was filled in is on its way. */
  readonly busy: boolean;
  /** Submit what is filled in, or say what is missing. */
  submit(): YdrzError | undefined;
}

/** One getTokenInfo or authGetToken under way, and who hears how it ends. */
export interface LegacyRun {
  readonly msgId: string;
  /** Where the user is asked; absent in authGetToken. */
  screen: LegacyAsking | undefined;
  readonly signal: AbortSignal;
  /** End it with 503. */
  end(): void;
  /** authGetTokenByLayer was called: how the login ends is the answer to it. Wrong digits end nothing. */
  answerTo(callbacks: Callbacks): void;
  /** A step on the way: the layer is up. */
  progress(result: object): void;
  succeed(result: object): void;
  fail(error: object): void;
}

export const legacyRun = (msgId: string, callbacks: Callbacks): LegacyRun => {
  const controller = new AbortController();
  /** The callbacks of the last authGetTokenByLayer, once there was one. */
  let heard = callbacks;
  return {
    msgId,
    screen: undefined,
    signal: controller.signal,
    end() {
      controller.abort();
    },
    answerTo(given) {
      heard = given;
    },
    progress(result) {
      notify(callbacks.success, result);
    },
    succeed(result) {
      notify(heard.success, result);
    },
    fail(error) {
      notify(heard.error, error);
    },
  };
};
