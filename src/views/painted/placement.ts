import type { PlaceableParts } from './places.js';

/** Parts that must never be hidden, covered or out of sight. */
const ESSENTIAL = ['phone', 'submit', 'agreement', 'close', 'back'];

interface Placed {
  element: HTMLElement;
  essential: boolean;
  /** Lengths for the style sheets; `''` for the default. */
  lengths: Readonly<Record<'high' | 'bottom' | 'left', string>>;
  /** In the middle of the screen's height. */
  middle: boolean;
  /** Placed by an option, and not put back yet. */
  moved: boolean;
  /** Where it is now; measured before parts are compared. */
  rect: DOMRect;
}

/** The default place of a part. */
const AT_HOME = { lengths: { high: '', bottom: '', left: '' }, middle: false, moved: false };

/** Where options and the page's CSS want a part. */
function wanted(element: HTMLElement, group: string): typeof AT_HOME {
  const style = getComputedStyle(element);
  const valueOf = (field: string) => style.getPropertyValue(`--ydrz-${group}-${field}`).trim();
  // Words and negative lengths stand for the default place.
  const lengthOf = (field: string) => {
    const value = valueOf(field);
    return /^(auto|center)$/.test(value) || parseFloat(value) < 0 ? '' : value;
  };
  const middle = valueOf('high') === 'center';
  const high = lengthOf('high');
  const bottom = high || middle ? '' : lengthOf('bottom');
  const left = lengthOf('left');
  const moved = middle || [high, bottom, left, lengthOf('top'), lengthOf('right')].some(Boolean);
  return { lengths: { high, bottom, left }, middle, moved };
}

/** Put a part where it is wanted; the style sheets do the rest. */
function move({ element, lengths, middle }: Placed): void {
  for (const [name, value] of Object.entries(lengths)) element.style.setProperty(`--_${name}`, value);
  element.removeAttribute('home');
  element.toggleAttribute('middle', middle);
  element.toggleAttribute('high', middle || lengths.high + lengths.bottom !== '');
}

const sticksOut = (part: DOMRect, room: DOMRect): boolean =>
  part.top < room.top - 1 ||
  part.bottom > room.bottom + 1 ||
  part.left < room.left - 1 ||
  part.right > room.right + 1;

const overlap = (a: DOMRect, b: DOMRect): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

/**
 * Put the parts where options and the page's CSS want them, and those back to their default places that would stick out of the
 * screen or lie over the number, the agreement or the submit button. By default the parts are in normal flow, so
 * that with all of them at home nothing overlaps, whatever the texts' sizes.
 */
export function placeParts(screen: HTMLElement, parts: PlaceableParts): void {
  // All are read before one is moved: the browser would compute the styles anew for each.
  const placed = Object.entries(parts).flatMap(([name, group]) =>
    Array.from(screen.querySelectorAll<HTMLElement>(`.${name}`), (element): Placed => {
      const essential = ESSENTIAL.includes(name);
      return { element, essential, rect: new DOMRect(), ...wanted(element, group) };
    }),
  );
  placed.forEach(move);
  while (placed.some(({ moved }) => moved)) {
    const room = screen.getBoundingClientRect();
    for (const part of placed) part.rect = part.element.getBoundingClientRect();
    const offends = (part: Placed) =>
      part.moved &&
      (sticksOut(part.rect, room) ||
        placed.some((other) => other.essential && other !== part && overlap(part.rect, other.rect)));
    const offender = placed.find(offends);
    if (!offender) return;
    move(Object.assign(offender, AT_HOME));
    offender.element.setAttribute('home', '');
  }
}
