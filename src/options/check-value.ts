import { checkColor, checkInk } from './check-color.js';
import { checkDistance, checkOffset, checkSize, readLength } from './check-length.js';
import { checkImage, checkLink, cleanText } from './check-text.js';
import type { ValueType } from './value-types.js';

/**
 * Checks one trimmed, non-empty text of a layer's or a page's option. Answers the value to use, `''` where it counts
 * as absent, and `undefined` where it is refused.
 */
type Check = (text: string, page: boolean) => string | undefined;

const oneOf =
  (pattern: RegExp): Check =>
  (text) =>
    pattern.test(text) ? text.toLowerCase() : undefined;

/** Part of its container's height would be part of a height that depends on it. */
const checkFixed: Check = (text, page) => (text.endsWith('%') ? undefined : checkSize(text, page));

const checkPlace: Check = (text, page) => (/^center$/i.test(text) ? 'center' : checkOffset(text, page));

// "ture" stands in the guide's own sample.
const checkFlag: Check = (text) =>
  /^(true|ture|1|yes)$/i.test(text) ? 'true' : /^(false|flase|0|no)$/i.test(text) ? 'false' : undefined;

const checkRatio: Check = (text) =>
  /^[\d.]{1,20}$/.test(text) && Number(text) <= 1 ? String(Number(text)) : undefined;

const GENERIC = /^(sans-serif|serif|monospace|cursive|system-ui|ui-\w+|-apple-system)$/;

const checkFont: Check = (text) => {
  const names = text.split(',').map((name) => name.trim().replace(/^(["'])(.*)\1$/, '$2'));
  if (names.length > 12 || !names.every((name) => /^[\p{L}\d _.-]{1,60}$/u.test(name))) return undefined;
  // Quotes make any name harmless; only generic families lose their meaning in them.
  const families = names.map((name) => (GENERIC.test(name) ? name : `"${name}"`));
  // A phone without the named fonts shows its ordinary ones, not the serifs that browsers fall back to.
  return (names.some((name) => GENERIC.test(name)) ? families : [...families, 'sans-serif']).join(', ');
};

const checkBorder: Check = (text, page) => {
  if (/^(0(px)?|none)$/i.test(text)) return 'none';
  const found = { width: '', style: '', color: '' };
  // Spaces inside the brackets of a colour do not part the border's parts.
  for (const part of text.match(/[^\s(]+(?:\([^()]*\))?|\(/g) ?? []) {
    const width = /[-%]/.test(part) ? undefined : readLength(part, page)?.css;
    const style = /^(solid|dashed|dotted|double|groove|ridge|inset|outset)$/i.test(part);
    const kind = width ? 'width' : style ? 'style' : 'color';
    const value = width ?? (style ? part : checkColor(part));
    if (!value || found[kind]) return undefined;
    found[kind] = value;
  }
  return found.style ? Object.values(found).filter(Boolean).join(' ') : undefined;
};

const sizes = 'such as 20, "20px", "1.5rem" or "50%"';
const color = 'a CSS colour such as "#1E82EB"';

/** Each type's check, and in words what it accepts. */
export const checks: Readonly<
  Record<Exclude<ValueType, 'agreements'>, readonly [check: Check, accepts: string]>
> = {
  length: [checkSize, `a length above 0 ${sizes}`],
  fixed: [checkFixed, 'a length above 0, not in percent'],
  radius: [checkDistance, `a length ${sizes}`],
  edge: [checkDistance, `a distance ${sizes}`],
  offset: [checkOffset, `a distance ${sizes}`],
  place: [checkPlace, `a distance ${sizes}, or "center"`],
  color: [checkColor, color],
  ink: [checkInk, `${color}, at least half opaque`],
  ratio: [checkRatio, 'a number from 0 to 1'],
  align: [oneOf(/^(left|center|right)$/i), '"left", "center" or "right"'],
  line: [oneOf(/^(none|underline)$/i), '"none" or "underline"'],
  border: [checkBorder, 'a border such as "1px solid #FFFFFF", or 0'],
  font: [checkFont, 'font families, separated by commas'],
  weight: [oneOf(/^(normal|bold(er)?|lighter|[1-9]\d{0,2}|1000)$/i), 'a font weight such as 500 or "bold"'],
  flag: [checkFlag, 'true or false'],
  text: [cleanText, 'a text'],
  title: [cleanText, 'a text'],
  link: [checkLink, 'an http(s) or relative address'],
  image: [checkImage, 'an http(s), relative or data:image address'],
};
