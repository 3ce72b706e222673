import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepLegible } from './legibility.js';
import { placeParts, type PlaceableParts } from './placement.js';

/** What of a screen is placed and coloured by options. */
export interface GuardedLook {
  /** The group of its own custom properties. */
  kind: 'layer' | 'page';
  parts: PlaceableParts;
}

/** Classes of the texts that must stay readable. */
const TEXTS = ['phone', 'agreement', 'agreement a', 'check input', 'submit'];

/**
 * Sees to it that nothing an option or a custom property does hides the agreement, the digits or the submit button.
 *
 * Owns: when the places and colours are checked (after an update, and when the screen's size changes) and the attributes on parts
 * that say what came out (`high`, `home`, `plain` and so on). Does not own: the style sheets, which act on them.
 */
export class LayoutGuard implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #look: GuardedLook;
  readonly #warned = new Set<string>();
  #screen: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, look: GuardedLook) {
    this.#host = host;
    this.#look = look;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Check the screen now, and whenever its size changes. */
  check(screen: HTMLElement): void {
    if (this.#screen !== screen) {
      this.stop();
      this.#screen = screen;
      // In the next frame: a check may change the size again (by a scroll bar, say), and browsers report it to the page as an
      // error when that happens while sizes are told.
      this.#observer = new ResizeObserver(() => {
        requestAnimationFrame(() => {
          this.#inspect();
        });
      });
      this.#observer.observe(screen);
    }
    this.#inspect();
  }

  stop(): void {
    this.#observer?.disconnect();
    this.#screen = undefined;
  }

  #inspect(): void {
    if (!this.#screen) return;
    const { kind, parts } = this.#look;
    const background = getComputedStyle(this.#host).getPropertyValue(`--ydrz-${kind}-bg-color`).trim();
    for (const name of keepLegible(this.#screen, TEXTS, background !== '')) {
      if (this.#warned.has(name)) continue;
      this.#warned.add(name);
      console.warn(
        `${this.#host.localName}: the colour of "${name}" cannot be read here; the default is used`,
      );
    }
    placeParts(this.#screen, parts);
  }
}
