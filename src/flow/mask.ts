import { asciiDigits } from '../locale/ascii-digits.js';

/** How many digits the mask hides. */
export const hiddenCount = (maskPhone: string): number => maskPhone.split('*').length - 1;

/**
 * The full number: the digits put in place of the mask's `*`; empty when they do not fill it exactly. Full-width, Arabic-Indic and
 * Persian digits are digits.
 */
export const completeNumber = (maskPhone: string, digits: string): string => {
  const ascii = asciiDigits(digits);
  if (!/^\d*$/.test(ascii) || ascii.length !== hiddenCount(maskPhone)) return '';
  let next = 0;
  return maskPhone.replace(/\*/g, () => ascii.charAt(next++)).replace(/\D/g, '');
};
