/** How many digits the mask hides. */
export const hiddenCount = (maskPhone: string): number => maskPhone.split('*').length - 1;

/** The full number: the digits put in place of the mask's `*`; empty when they do not fill it exactly. */
export const completeNumber = (maskPhone: string, digits: string): string => {
  if (!/^\d*$/.test(digits) || digits.length !== hiddenCount(maskPhone)) return '';
  let next = 0;
  return maskPhone.replace(/\*/g, () => digits.charAt(next++)).replace(/\D/g, '');
};
