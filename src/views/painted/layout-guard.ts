import type { ReactiveControllerHost } from 'lit';
import { keepLegible } from './legibility.js';
import { loadReader, reader } from '../load-reader.js';
import { isPlaced, type PlaceableParts } from './places.js';

/** The parts of a screen whose place and colour options can set. */
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
 * that hold the result (`high`, `home`, `plain` and so on). Does not own: the style sheets, which act on them.
 */
export interface LayoutGuard {
  /** Check the screen now, and whenever its size changes. */
  check(screen: HTMLElement): void;
  stop(): void;
}

export function guardLayout(
  host: ReactiveControllerHost & HTMLElement,
  { kind, parts }: GuardedLook,
): LayoutGuard {
  const warned = new Set<string>();
  let guarded: HTMLElement | undefined;
  let observer: ResizeObserver | undefined;

  const stop = () => {
    observer?.disconnect();
    guarded = undefined;
  };
  const inspect = () => {
    if (!guarded) return;
    const styled = (property: string) => getComputedStyle(host).getPropertyValue(property);
    const background = styled(`--ydrz-${kind}-bg-color`).trim();
    for (const name of keepLegible(guarded, TEXTS, background !== '')) {
      if (warned.has(name)) continue;
      warned.add(name);
      console.warn(`${host.localName}: the colour of "${name}" cannot be read here; the default is used`);
    }
    if (reader) reader.placeParts(guarded, parts);
    // A part may be placed only now, as by a page's rule for a window that was turned.
    else if (isPlaced(styled, parts)) loadReader().then(inspect, () => undefined);
  };
  host.addController({ hostDisconnected: stop });
  return {
    check(screen) {
      if (guarded !== screen) {
        stop();
        guarded = screen;
        // In the next frame: a check may change the size again (by a scroll bar, say), and browsers report it to the page as an
        // error when that happens while sizes are told.
        observer = new ResizeObserver(() => requestAnimationFrame(inspect));
        observer.observe(screen);
      }
      inspect();
    },
    stop,
  };
}
