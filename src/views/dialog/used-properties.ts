import { placesOf } from '../painted/places.js';
import type { ScreenLook } from '../screen-look.js';

/** Names of all custom properties that a screen's look depends on: those in its styles, places, and what is not CSS. */
export function usedProperties({ parts, styled }: ScreenLook, styles: unknown): Set<string> {
  const named = styled.map((name) => `--ydrz-${name}`);
  return new Set([...placesOf(parts), ...named, ...(String(styles).match(/--ydrz-[\w-]+/g) ?? [])]);
}
