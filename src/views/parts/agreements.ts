import { CARRIER_AGREEMENTS } from '../../locale/carrier-agreements.js';
import { checkLink, cleanText, forObject } from '../../options/check-text.js';
import type { NamedLink } from '../../options/types.js';
import { asFields } from '../../incoming/fields.js';

/** More than a user can be expected to read is a mistake or an attack. */
const MOST = 20;

const isNamedLink = (value: unknown): value is NamedLink => {
  const { name, url } = asFields(value);
  return typeof name === 'string' && typeof url === 'string';
};

/** The text that was last warned of, so that a screen does not warn with each rendering. */
let refused: string | undefined;

/** The list in an `agreements` property or attribute: an array or JSON text; anything else is an empty one. */
function listOf(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given;
  if (typeof given !== 'string' || !given.trim()) return [];
  try {
    return listOf(JSON.parse(given));
  } catch {
    if (given !== refused)
      console.warn(`ydrz-elements: "agreements" is not JSON and was left out${forObject(given)}`);
    refused = given;
    return [];
  }
}

/**
 * Every agreement to show: the carrier's own first, whatever the rest says, then those of the service, then those of the
 * options. Entries without a name or with an address other than http(s) are left out; none is shown twice.
 */
export function allAgreements(
  operator: string,
  given: unknown,
  optional: readonly NamedLink[],
): readonly NamedLink[] {
  const carriers = Object.entries(CARRIER_AGREEMENTS);
  const [, own] = carriers.find(([carrier]) => carrier === operator) ?? carriers[0] ?? [];
  const shown = new Map<string, NamedLink>();
  for (const entry of [own, ...listOf(given).slice(0, MOST), ...optional]) {
    if (!isNamedLink(entry)) continue;
    // Names come with their brackets or without them.
    const name = cleanText(entry.name.replace(/[《》]/g, ''));
    const url = checkLink(entry.url.trim());
    if (name && url && !shown.has(name)) shown.set(name, { name, url });
  }
  return [...shown.values()];
}
