/**
 * Where the product is not as the official script is, on the wire or in its callbacks; why is in the migration guide, which has a
 * row for each. Whatever differs and is not in here fails.
 */
export const DIFFERENCES = [
  'own-page',
  'one-slash',
  'cu-user-information',
  'owner-first',
  'look-beside',
  'level1-popups',
  'ended-at-once',
  'callbacks-object',
  'white-space',
  'no-telemetry',
] as const;

export type Difference = (typeof DIFFERENCES)[number];
