import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LoginStarter } from './login-starter.js';
import type { LoginState } from './names.js';
import type { OrderSettings } from './order.js';

export type PrefetchHost = ReactiveControllerHost &
  OrderSettings &
  HTMLElement & {
    readonly prefetch: 'none' | 'visible' | 'load';
    readonly driver: string;
    readonly state: LoginState;
    load(): Promise<LoginStarter>;
  };

/**
 * Has the number retrieved at the moment that `prefetch` names, once each time that the element is connected. It is loaded only for
 * elements whose `prefetch` is `visible` or `load`. Without IntersectionObserver an element counts as visible from the start.
 */
export class PrefetchController implements ReactiveController {
  readonly #host: PrefetchHost;
  #observer: IntersectionObserver | undefined;
  #visible = false;
  #done = false;

  constructor(host: PrefetchHost) {
    this.#host = host;
    host.addController(this);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { prefetch, isConnected } = this.#host;
    if (!isConnected) return;
    if (prefetch === 'visible') this.#watch();
    if (prefetch === 'load' || (prefetch === 'visible' && this.#visible)) this.#prefetch();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#visible = false;
    this.#done = false;
  }

  readonly #watch = (): void => {
    if (this.#observer) return;
    if (!('IntersectionObserver' in globalThis)) {
      this.#visible = true;
      return;
    }
    this.#observer = new IntersectionObserver((entries) => {
      this.#visible = entries.some(({ isIntersecting }) => isIntersecting);
      if (this.#visible) this.#prefetch();
    });
    this.#observer.observe(this.#host);
  };

  /** Retrieve the number, for a click that may come, once the settings for it are there. */
  readonly #prefetch = (): void => {
    const { appId, credentials, credentialsUrl, driver, state } = this.#host;
    const isResting = ['idle', 'done', 'failed'].includes(state);
    if (this.#done || !appId || !(credentials ?? credentialsUrl) || !isResting) return;
    this.#done = true;
    // The official script shows its screen with the number: there is nothing to get ahead of the click.
    if (driver === 'official') return;
    this.#host
      .load()
      .then((starter) => {
        starter.prefetch();
      })
      .catch(() => undefined);
  };
}
