import { YdrzError } from '../codes/ydrz-error.js';

/** How token validation is signed: SHA256withRSA, the guide's section on token validation. */
const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** DER tags. */
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;

/** `INTEGER 0` and the identifier of rsaEncryption with its NULL: what PKCS#8 puts before a PKCS#1 key. */
const PKCS8_START = [
  0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
];

/** Whatever holds an RSA key is longer than 255 bytes and shorter than 65,536, so its length takes two bytes (0x82). */
const element = (tag: number, content: readonly number[]): number[] => [
  tag,
  0x82,
  content.length >> 8,
  content.length & 0xff,
  ...content,
];

/** WebCrypto reads PKCS#8 only, so a PKCS#1 key is put into its wrapping. */
const wrapped = (pkcs1: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(element(SEQUENCE, [...PKCS8_START, ...element(OCTET_STRING, [...pkcs1])]));

/** In both forms a sequence begins with the integer 0; PKCS#1 goes on with another integer, PKCS#8 with a sequence. */
const isPkcs1 = (der: Uint8Array): boolean => {
  const long = (der[1] ?? 0) & 0x80 ? (der[1] ?? 0) & 0x7f : 0;
  const version = 2 + long;
  return der[0] === SEQUENCE && der[version] === INTEGER && der[version + 3] === INTEGER;
};

/** The base64 between PEM lines, or all of it. Keys in environment variables often carry `\n` as two characters. */
const base64Of = (text: string): string =>
  text
    .replaceAll('\\n', '\n')
    .replace(/-----[A-Z ]+-----/g, '')
    .replace(/\s+/g, '');

const fail = (code: string, message: string, cause?: unknown): YdrzError =>
  new YdrzError({ code, message, phase: 'token', cause });

/**
 * Read the business's RSA key: PEM of PKCS#8 or PKCS#1, the bare base64 of either, or a key that WebCrypto has already.
 *
 * @throws {YdrzError} phase `token`, without a word of the key: 103002 when there is none, 104013 when it is no unencrypted RSA key.
 */
export const readPrivateKey = async (privateKey: string | CryptoKey): Promise<CryptoKey> => {
  if (!privateKey) throw fail('103002', '没有填写必传参数：缺少 privateKey');
  if (typeof privateKey !== 'string') return privateKey;
  try {
    const der = Uint8Array.from(atob(base64Of(privateKey)), (character) => character.charCodeAt(0));
    const pkcs8 = isPkcs1(der) ? wrapped(der) : der;
    return await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']);
  } catch {
    // The reason may quote what it could not read; it stays here.
    throw fail('104013', 'privateKey 不是未加密的 RSA 私钥（PKCS#8 或 PKCS#1，PEM 或 base64）');
  }
};

/**
 * Upper-case hex of the SHA256withRSA signature over a text.
 *
 * @throws {YdrzError} 104013, phase `token`, when the key may not sign or is of another kind.
 */
export const signText = async (key: CryptoKey, text: string): Promise<string> => {
  const bytes = new TextEncoder().encode(text);
  const signature = await crypto.subtle.sign(ALGORITHM.name, key, bytes).catch((cause: unknown) => {
    throw fail('104013', 'privateKey 不能用于 SHA256withRSA 签名', cause);
  });
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
};
