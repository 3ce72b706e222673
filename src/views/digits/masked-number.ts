import { asciiDigits } from '../../locale/ascii-digits.js';

/** Longer than any number with its spaces; what is beyond comes from a broken or hostile service. */
const LONGEST = 32;

/** Digits in ASCII: full-width, Arabic-Indic and Persian ones converted, everything else dropped. */
export function toDigits(text: string): string {
  return asciiDigits(text).replace(/\D/g, '');
}

/** A masked number such as `138****8000` with everything removed that is neither part of a number nor hidden. */
export function cleanMask(mask: unknown): string {
  return (typeof mask === 'string' ? mask : '').replace(/[^\d* +()-]/g, '').slice(0, LONGEST);
}

/** The pieces to show in order: each hidden digit is a `*` alone, visible digits are kept together. */
export function maskPieces(mask: string): string[] {
  return mask.match(/\*|[^*]+/g) ?? [];
}

/** How many digits the mask hides. */
export function hiddenDigits(mask: string): number {
  return mask.split('*').length - 1;
}

/** How many digits the whole number has. */
export function wholeLength(mask: string): number {
  return mask.replace(/[^\d*]/g, '').length;
}

/**
 * The hidden part of a whole number, given with or without +86, spaces and dashes; `undefined` where its other digits
 * are not those of the mask.
 */
export function hiddenPart(mask: string, text: string): string | undefined {
  const pattern = mask.replace(/[^\d*]/g, '').replace(/\*/g, '(\\d)');
  return new RegExp(`^(?:(?:00)?86)?${pattern}$`).exec(toDigits(text))?.slice(1).join('');
}
