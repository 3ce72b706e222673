import type { LegacyAuthorizer } from './legacy-authorizer.js';
import { notify } from './notify.js';

/** As the page has given them: functions, if the page is in order. */
export interface Callbacks {
  success?: unknown;
  error?: unknown;
}

/** One getTokenInfo or authGetToken under way, and who hears how it ends. */
export class LegacyRun {
  readonly msgId: string;
  /** Where the user is asked; absent in authGetToken. */
  screen: LegacyAuthorizer | undefined;
  readonly #callbacks: Callbacks;
  readonly #controller = new AbortController();
  /** The callbacks of authGetTokenByLayer, while the token is fetched that it has asked for. */
  #layerCallbacks: Callbacks | undefined;

  constructor(msgId: string, callbacks: Callbacks) {
    this.msgId = msgId;
    this.#callbacks = callbacks;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** End it with 503. */
  end(): void {
    this.#controller.abort();
  }

  /** authGetTokenByLayer was called: what comes next is the answer to it. */
  answerTo(callbacks: Callbacks): void {
    this.#layerCallbacks = callbacks;
  }

  /** Wrong digits: authGetTokenByLayer has failed, but the layer stays, and may be submitted again. */
  refuse(refused: { msgId: string; code: string; message: string }): void {
    const callbacks = this.#layerCallbacks;
    this.#layerCallbacks = undefined;
    notify(callbacks?.error, refused);
  }

  /** A step on the way: the layer is up. */
  progress(result: object): void {
    notify(this.#callbacks.success, result);
  }

  succeed(result: object): void {
    notify((this.#layerCallbacks ?? this.#callbacks).success, result);
  }

  fail(error: object): void {
    notify((this.#layerCallbacks ?? this.#callbacks).error, error);
  }
}
