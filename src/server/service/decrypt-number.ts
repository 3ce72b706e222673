import aes from 'crypto-js/aes.js';
import utf8 from 'crypto-js/enc-utf8.js';
import ecb from 'crypto-js/mode-ecb.js';

const NUMBER = /^\+?\d{5,20}$/;

/**
 * The phone number in validation's `msisdn`: base64 of AES-128-ECB, PKCS7, under the appKey's first 16 characters.
 *
 * @returns undefined when it was encrypted with another key, or is no number.
 */
export const decryptNumber = (msisdn: string, appKey: string): string | undefined => {
  const key = utf8.parse(appKey.slice(0, 16));
  try {
    const number = aes.decrypt(msisdn, key, { mode: ecb }).toString(utf8);
    return NUMBER.test(number) ? number : undefined;
  } catch {
    // Bytes of a wrong key are no UTF-8.
    return undefined;
  }
};
