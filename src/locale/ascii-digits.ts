/** Arabic-Indic and Persian digits, which end in the four bits of their value as ASCII's do. */
const ARABIC = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** A text with its full-width, Arabic-Indic and Persian digits in ASCII. */
export const asciiDigits = (text: string): string =>
  text.normalize('NFKC').replace(ARABIC, (digit) => String(digit.charCodeAt(0) & 15));
