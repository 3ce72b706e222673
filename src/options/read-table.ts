import { checkLink, cleanText } from './check-text.js';
import { checks } from './check-value.js';
import { contentOf } from './css-content.js';
import { propertyName } from './property-name.js';
import type { NamedLink, ReadingRules } from './types.js';
import type { OptionTable, PlainType, ValueType } from './value-types.js';
import { asFields, isFields, type Fields } from '../incoming/fields.js';

/** What was found in options: CSS properties, other values by the option's full name, and the agreements. */
export interface Found {
  properties: Map<string, string>;
  plain: Map<string, string>;
  agreements: NamedLink[];
}

/** `page`: with the page's meaning of rem and offsets; the rest as in `ReadingRules`. */
export interface TableReading {
  page: boolean;
  warn: (sentence: string) => void;
  styled?: ReadingRules['styled'];
}

const plainTypes: Readonly<Record<PlainType, true>> = {
  agreements: true,
  flag: true,
  text: true,
  title: true,
  link: true,
  image: true,
};

/** More than any screen can show is a mistake or an attack. */
export const mostEntries = 20;

/** No colour, border or list of fonts is longer. A longer text is not checked: the patterns could hold up the page over it. */
const longestCss = 400;

/** The own field of that name, else one that differs in case only: `textalign` is in the guide's samples. */
export function fieldOf(fields: Fields, name: string): unknown {
  const keys = Object.keys(fields);
  const key = keys.includes(name) ? name : keys.find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : fields[key];
}

/** Texts and numbers as trimmed text; nothing else. */
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : undefined;

function refuse(reading: TableReading, option: string, accepts: string): void {
  reading.warn(`ydrz-elements: option ${option} takes ${accepts}; what was given is left out`);
}

function readAgreements(given: unknown, option: string, reading: TableReading): NamedLink[] {
  const agreements: NamedLink[] = [];
  const list: unknown = typeof given === 'string' ? JSON.parse(given) : given;
  const entries: readonly unknown[] = Array.isArray(list) ? list.slice(0, mostEntries) : [];
  let refused = !Array.isArray(list) || list.length > mostEntries;
  for (const entry of entries) {
    if (!isFields(entry)) continue;
    const name = cleanText(textOf(fieldOf(entry, 'name')) ?? '');
    // Entries without a name are common in options in use, and mean nothing.
    if (!name) continue;
    const url = checkLink(textOf(fieldOf(entry, 'url')) ?? '');
    if (url) agreements.push({ name, url });
    else refused = true;
  }
  if (refused) {
    refuse(reading, option, `up to ${mostEntries} agreements {name, url} with http(s) or relative addresses`);
  }
  return agreements;
}

/** Nothing given means the default, as the empty string does; only a title may be empty. */
const isNothing = (value: unknown, type?: unknown): boolean =>
  value === undefined || value === null || (type !== 'title' && value === '');

function readOption(
  type: ValueType,
  option: string,
  value: unknown,
  reading: TableReading,
  found: Found,
): void {
  const css = !(type in plainTypes);
  const styled = css || !isNothing(value, type) ? undefined : reading.styled?.(propertyName(option));
  const given = styled === undefined ? value : contentOf(styled);
  if (isNothing(given, type)) return;
  if (type === 'agreements') {
    found.agreements.push(...readAgreements(given, option, reading));
    return;
  }
  const text = type === 'flag' && typeof given === 'boolean' ? String(given) : textOf(given);
  if (text === '' && type !== 'title') return;
  const [check, accepts] = checks[type];
  const checked =
    text === undefined || (css && text.length > longestCss) ? undefined : check(text, reading.page);
  if (checked === undefined) refuse(reading, option, accepts);
  else if (css && checked) found.properties.set(propertyName(option), checked);
  else if (checked || type === 'title') found.plain.set(option, checked);
}

/** Read all options of a table from an object, into `found`. Fields that the table does not name are ignored. */
export function readTable(
  table: OptionTable,
  given: Fields,
  reading: TableReading,
  found: Found = { properties: new Map(), plain: new Map(), agreements: [] },
  group = '',
): Found {
  for (const [name, row] of Object.entries(table)) {
    const option = group + name;
    try {
      const value = fieldOf(given, name);
      if (typeof row === 'string') readOption(row, option, value, reading, found);
      else {
        if (!isFields(value) && !isNothing(value)) refuse(reading, option, 'an object');
        readTable(row, asFields(value), reading, found, `${option}.`);
      }
    } catch {
      // A getter or proxy of the caller's that throws is an option that cannot be had.
      refuse(reading, option, 'a value that can be read');
    }
  }
  return found;
}
