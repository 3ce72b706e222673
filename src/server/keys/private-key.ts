import { OCTET_STRING, SEQUENCE, derOf } from './der.js';
import { findKey } from './find-key.js';
import type { RsaKey } from './key-kind.js';
import { keyError } from './key-problems.js';
import { isCryptoKey, type PrivateKeySource } from './key-source.js';

/** How token validation is signed: SHA256withRSA, the guide's section on token validation. */
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** `INTEGER 0` and the identifier of rsaEncryption with its NULL: what PKCS#8 puts before a PKCS#1 key. */
const PKCS8_START = [
  0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/** WebCrypto reads PKCS#8 only. */
const pkcs8Of = ({ pkcs1 }: RsaKey): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(derOf(SEQUENCE, [...PKCS8_START, ...derOf(OCTET_STRING, [...pkcs1])]));

const base64UrlOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replaceAll('=', '');

/** A private key that was looked at and not yet read. */
export type FoundKey = RsaKey | CryptoKey;

const signs = ({ algorithm, usages }: CryptoKey): boolean => {
  const hash: unknown = 'hash' in algorithm ? algorithm.hash : undefined;
  const isSha256 =
    typeof hash === 'object' && hash !== null && 'name' in hash && hash.name === ALGORITHM.hash;
  return algorithm.name === ALGORITHM.name && isSha256 && usages.includes('sign');
};

/**
 * Look at the business's RSA key, without WebCrypto and at once, so that a key that cannot work is known before anybody logs in.
 *
 * @throws {YdrzError} phase `token`, without a word of the key: 103002 when there is none, 104013 when it cannot sign.
 */
export const lookAtKey = (source: PrivateKeySource, language?: string): FoundKey => {
  if (isCryptoKey(source)) {
    if (source.type === 'public') throw keyError('public', language);
    if (!signs(source)) throw keyError('cannotSign', language);
    return source;
  }
  const found = findKey(source);
  if (found.kind !== 'rsa') throw keyError(found.kind, language);
  return found;
};

/**
 * Read a key that was looked at.
 *
 * @throws {YdrzError} 104013, phase `token`, when it is damaged inside.
 */
export const importKey = async (found: FoundKey, language?: string): Promise<CryptoKey> => {
  if (isCryptoKey(found)) return found;
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8Of(found), ALGORITHM, false, ['sign']);
  } catch {
    // The reason may quote what it could not read; it stays here.
    throw keyError('damaged', language);
  }
};

/** Whether what the private half signs is what the public half accepts: a key with a wrong character in it signs nonsense. */
const isWhole = async (key: CryptoKey, { modulus, exponent }: RsaKey): Promise<boolean> => {
  const jwk = { kty: 'RSA', n: base64UrlOf(modulus), e: base64UrlOf(exponent) };
  const sample = new TextEncoder().encode('ydrz-elements');
  try {
    const publicKey = await crypto.subtle.importKey('jwk', jwk, ALGORITHM, false, ['verify']);
    const signature = await crypto.subtle.sign(ALGORITHM.name, key, sample);
    return await crypto.subtle.verify(ALGORITHM.name, publicKey, signature, sample);
  } catch {
    return false;
  }
};

/**
 * Read a key that was looked at, and sign once with it.
 *
 * @throws {YdrzError} 104013, phase `token`, when it is damaged inside or cannot sign.
 */
export const provenKey = async (found: FoundKey, language?: string): Promise<CryptoKey> => {
  const key = await importKey(found, language);
  if (isCryptoKey(found)) await signText(key, 'ydrz-elements', language);
  else if (!(await isWhole(key, found))) throw keyError('damaged', language);
  return key;
};

/**
 * Upper-case hex of the SHA256withRSA signature over a text.
 *
 * @throws {YdrzError} 104013, phase `token`, when the key may not sign or is of another kind.
 */
export const signText = async (key: CryptoKey, text: string, language?: string): Promise<string> => {
  const bytes = new TextEncoder().encode(text);
  const signature = await crypto.subtle.sign(ALGORITHM.name, key, bytes).catch(() => {
    throw keyError('cannotSign', language);
  });
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
};
