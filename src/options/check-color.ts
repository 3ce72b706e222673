const hex = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
// No brackets inside the brackets: no var(), url() or env() gets in.
const func = /^(?:rgba?|hsla?|hwb|(?:ok)?lab|(?:ok)?lch|color)\([\w.%,/+\s-]+\)$/i;
const word = /^(?!currentcolor$|inherit$|initial$|unset$|revert$|auto$|none$)[a-z]{3,24}$/i;

/**
 * Any CSS colour but those that are computed from others. Where there is no browser to ask, in Node, any single word
 * passes for a colour's name: harmless, and shorter than the list.
 */
export function checkColor(text: string): string | undefined {
  const known = hex.test(text) || func.test(text) || word.test(text);
  return known && (typeof CSS === 'undefined' || CSS.supports('color', text)) ? text : undefined;
}

/** How opaque a colour is, 0 to 1. */
function opacityOf(color: string): number {
  const [, short, long] = /^#(?:...(.)|.{6}(..))$/.exec(color) ?? [];
  if (short) return parseInt(short, 16) / 15;
  if (long) return parseInt(long, 16) / 255;
  const [, number, percent] = /(?:\/|(?:,[^,]*){2},)\s*([\w.+-]+)(%?)\s*\)$/.exec(color) ?? [];
  // `none` is 0, as in CSS.
  if (number) return (parseFloat(number) || 0) / (percent ? 100 : 1);
  return /^transparent$/i.test(color) ? 0 : 1;
}

/** A colour for text that must stay readable (the agreements, the number): at least half opaque. */
export function checkInk(text: string): string | undefined {
  const color = checkColor(text);
  return color && opacityOf(color) >= 0.5 ? color : undefined;
}
