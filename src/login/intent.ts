import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** When a number is to be retrieved before the click. */
export type PrefetchMoment = 'none' | 'visible' | 'load';

export interface IntentHost extends ReactiveControllerHost, HTMLElement {
  readonly prefetch: PrefetchMoment;
  /** Fetch the code that a login needs; `likely`: somebody seems about to log in, so connect to the service as well. */
  prepare(likely: boolean): void;
  /** Retrieve the number, for a click that may come; false while the settings for it are missing. */
  prefetchNumber(): boolean;
}

/** Milliseconds that a page has for itself at first: code that nobody has asked for yet must not hold up its own. */
const SETTLING = 1000;

const SIGNS = ['pointerenter', 'pointerdown', 'focusin'] as const;

/**
 * Notices when a login becomes likely.
 *
 * Owns: the observers that say so. Does not own: what is done then. Without IntersectionObserver an element
 * counts as visible from the start; without idle callbacks the code is fetched at the first sign of intent.
 */
export class IntentController implements ReactiveController {
  readonly #host: IntentHost;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #observer: IntersectionObserver | undefined;
  #visible = false;
  /** One prefetch for each time that the element is connected. */
  #prefetched = false;

  constructor(host: IntentHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of SIGNS) this.#host.addEventListener(sign, this.#likely);
    if ('requestIdleCallback' in globalThis) {
      this.#settling = setTimeout(() => requestIdleCallback(this.#free), SETTLING);
    }
    // An element that comes back into the document has nothing to update by itself.
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const { prefetch } = this.#host;
    if (prefetch === 'visible') this.#watch();
    if (prefetch === 'load' || (prefetch === 'visible' && this.#visible)) this.#prefetch();
  }

  hostDisconnected(): void {
    for (const sign of SIGNS) this.#host.removeEventListener(sign, this.#likely);
    clearTimeout(this.#settling);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#visible = false;
    this.#prefetched = false;
  }

  #watch(): void {
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
  }

  #prefetch(): void {
    if (!this.#prefetched) this.#prefetched = this.#host.prefetchNumber();
  }

  readonly #likely = (): void => {
    this.#host.prepare(true);
  };

  readonly #free = (): void => {
    this.#host.prepare(false);
  };
}
