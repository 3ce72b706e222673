import { createCipheriv, createDecipheriv, createHash, createVerify, timingSafeEqual } from 'node:crypto';

// Node's own cryptography on purpose: what the browser seals with another library is opened here, so that a mistake on
// one side cannot hide on the other.

const IV = Buffer.from('0'.repeat(16));

/** Lower-case hex MD5. */
export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** Open the body that a browser sealed for China Telecom or China Unicom; undefined where it is not what it should be. */
export const openSealed = (encrypted: string, reqdata: string): string | undefined => {
  if (!/^[\da-f]{16}$/i.test(encrypted) || !/^(?:[\da-f]{32})+$/i.test(reqdata)) return undefined;
  const key = md5(encrypted).toUpperCase().slice(8, 24);
  const decipher = createDecipheriv('aes-128-cbc', Buffer.from(key), IV);
  try {
    return decipher.update(reqdata, 'hex', 'utf8') + decipher.final('utf8');
  } catch {
    // Wrong padding: sealed with another key.
    return undefined;
  }
};

/** The phone number as token validation answers it: base64 of AES-128-ECB under the appkey's first 16 characters. */
export const encryptNumber = (number: string, appKey: string): string => {
  const cipher = createCipheriv('aes-128-ecb', Buffer.from(appKey.slice(0, 16)), null);
  return cipher.update(number, 'utf8', 'base64') + cipher.final('base64');
};

/** Check an upper-case hex SHA256withRSA signature. */
export const isSignedBy = (publicKey: string, text: string, signature: string): boolean =>
  /^[\dA-F]+$/.test(signature) &&
  createVerify('RSA-SHA256').update(text).verify(publicKey, Buffer.from(signature, 'hex'));

/** Compare in constant time what somebody could guess step by step. */
export const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(Buffer.from(md5(one)), Buffer.from(md5(other)));
