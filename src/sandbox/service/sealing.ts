import md5Of from 'crypto-js/md5.js';

// WebCrypto on purpose, where it has the cipher: what the browser seals with a library is opened here with something else, so that a
// mistake on one side cannot hide on the other. WebCrypto has no MD5.

const CBC = 'AES-CBC';
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const BLOCK = 16;

const encoded = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const fromHex = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** Lower-case hex MD5. */
export const md5 = (text: string): string => md5Of(text).toString();

/** Lower-case hex of some random bytes. */
export const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const aesKey = (text: string, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', encoded(text), CBC, false, [use]);

/** Open the body that a browser sealed for China Telecom or China Unicom; undefined where it is not what it should be. */
export const openSealed = async (encrypted: string, reqdata: string): Promise<string | undefined> => {
  if (!/^[\da-f]{16}$/i.test(encrypted) || !/^(?:[\da-f]{32})+$/i.test(reqdata)) return undefined;
  const key = await aesKey(md5(encrypted).toUpperCase().slice(8, 24), 'decrypt');
  try {
    const iv = encoded('0'.repeat(BLOCK));
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: CBC, iv }, key, fromHex(reqdata)));
  } catch {
    // Wrong padding: sealed with another key.
    return undefined;
  }
};

/**
 * The phone number as token validation answers it: base64 of AES-128-ECB under the appkey's first 16 characters. WebCrypto has
 * no ECB, but a number is one block, and of one block CBC with an empty vector makes the same.
 */
export const encryptNumber = async (number: string, appKey: string): Promise<string> => {
  const key = await aesKey(appKey.slice(0, BLOCK), 'encrypt');
  const iv = new Uint8Array(BLOCK);
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: CBC, iv }, key, encoded(number)));
  return btoa(String.fromCharCode(...sealed));
};

/** Read the RSA key that signatures are checked with: PEM of SPKI. @throws when it is none. */
export const readPublicKey = (pem: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('spki', fromBase64(pem.replace(/-----[A-Z ]+-----|\s+/g, '')), RSA, false, [
    'verify',
  ]);

/** Check an upper-case hex SHA256withRSA signature. */
export const isSignedBy = async (publicKey: CryptoKey, text: string, signature: string): Promise<boolean> =>
  /^(?:[\dA-F]{2})+$/.test(signature) &&
  crypto.subtle.verify(RSA.name, publicKey, fromHex(signature), encoded(text));

/** Compare what somebody could guess step by step, in a time that says nothing of where they differ. */
export const isSame = (one: string, other: string): boolean => {
  const [a, b] = [md5(one), md5(other)];
  let difference = 0;
  for (let index = 0; index < a.length; index += 1) difference |= a.charCodeAt(index) ^ b.charCodeAt(index);
  return difference === 0;
};
