/**
 * The parts that options and the page's CSS may place: their classes inside the screen, and the names of their groups in
 * custom properties, such as `phone` for `--ydrz-phone-high`.
 */
export type PlaceableParts = Readonly<Record<string, string>>;

const SIDES = ['high', 'top', 'bottom', 'left', 'right'];

/** The custom properties that say where the parts are. */
export const placesOf = (parts: PlaceableParts): string[] =>
  Object.values(parts).flatMap((group) => SIDES.map((side) => `--ydrz-${group}-${side}`));

/** Whether one of them is set. */
export const isPlaced = (styled: (property: string) => string, parts: PlaceableParts): boolean =>
  placesOf(parts).some((name) => styled(name));
