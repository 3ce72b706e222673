/** A length in CSS, and its number for comparing with 0. */
interface Length {
  amount: number;
  css: string;
}

// Five digits are more than any screen has; the rest of the pattern admits nothing but a number and its unit.
const pattern = /^([+-]?(?:\d{1,5}(?:\.\d*)?|\.\d+))\s*(px|r?em|d?v[hw]|vmin|vmax|%)?$/i;

/**
 * Read `20`, `20px`, `6.5rem`, `50%` and the like. A bare number is in pixels. One rem of a page option is 12 pixels,
 * whatever the host page's (guide, section 3.6); a layer's is the host page's.
 */
export function readLength(text: string, page: boolean): Length | undefined {
  const [, number, unit = 'px'] = pattern.exec(text) ?? [];
  if (!number) return undefined;
  const amount = parseFloat(number);
  return page && /^rem$/i.test(unit)
    ? { amount, css: `${String(Math.round(amount * 12000) / 1000)}px` }
    : { amount, css: String(amount) + unit.toLowerCase() };
}

/** A size: a length above 0. */
export function checkSize(text: string, page: boolean): string | undefined {
  const length = readLength(text, page);
  return length && length.amount > 0 ? length.css : undefined;
}

/** A length that may be 0: a radius, a distance. */
export function checkDistance(text: string, page: boolean): string | undefined {
  const length = readLength(text, page);
  return length && length.amount >= 0 ? length.css : undefined;
}

/** `high` or `left`. In the layer 0 or less counts as absent (guide, defaults of the popup): the answer is `''`. */
export function checkOffset(text: string, page: boolean): string | undefined {
  const length = readLength(text, page);
  return length && !page && length.amount <= 0 ? '' : checkDistance(text, page);
}
