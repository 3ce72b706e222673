/** A key as Node's `createPrivateKey` gives it: `KeyObject`. It is known by what it can do, as the kit uses no module of Node. */
export interface KeyObjectLike {
  /** `private`, `public` or `secret`. */
  readonly type: string;
  /** The key's bytes: PKCS#8 in DER. */
  export(options: { type: 'pkcs8'; format: 'der' }): Uint8Array;
}

/** The members of an RSA private key in JSON (RFC 7518). */
export interface RsaJsonWebKey {
  /** Key type, `RSA`; any other is refused. */
  kty?: string;
  /** Modulus, in base64url like all that follow. */
  n?: string;
  /** Public exponent. */
  e?: string;
  /** Private exponent. */
  d?: string;
  /** First prime factor. */
  p?: string;
  /** Second prime factor. */
  q?: string;
  /** Exponent of the first prime: `d mod (p - 1)`. */
  dp?: string;
  /** Exponent of the second prime: `d mod (q - 1)`. */
  dq?: string;
  /** Coefficient: the inverse of `q` modulo `p`. */
  qi?: string;
}

/**
 * The business's RSA private key, at least 1024 bits, unencrypted, whose public half is registered with the service.
 *
 * A text or a file's bytes: PEM of PKCS#8 or PKCS#1 with anything around it, bare base64 or DER of either, base64 of a whole PEM, with
 * quotes or escaped line ends as environment files have them; a JSON Web Key; Node's KeyObject; a CryptoKey that may sign.
 */
export type PrivateKeySource = string | Uint8Array | ArrayBuffer | CryptoKey | KeyObjectLike | RsaJsonWebKey;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isCryptoKey = (source: unknown): source is CryptoKey =>
  isObject(source) && 'algorithm' in source && 'usages' in source;

export const isKeyObject = (source: unknown): source is KeyObjectLike =>
  isObject(source) && 'type' in source && 'export' in source && typeof source.export === 'function';

export const isJsonWebKey = (source: unknown): source is RsaJsonWebKey => isObject(source) && 'kty' in source;

const isArrayBuffer = (source: unknown): source is ArrayBuffer =>
  Object.prototype.toString.call(source) === '[object ArrayBuffer]';

/** Bytes of this realm or of another one; undefined for what is none. */
export const bytesIn = (source: unknown): Uint8Array | undefined => {
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return isArrayBuffer(source) ? new Uint8Array(source) : undefined;
};
