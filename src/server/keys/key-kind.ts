import {
  BIT_STRING,
  INTEGER,
  OCTET_STRING,
  SEQUENCE,
  contentOf,
  elementAt,
  elementsIn,
  identifierAt,
  type DerElement,
} from './der.js';
import type { KeyProblem } from './key-problems.js';

/** An RSA private key, as PKCS#1 has it. */
export interface RsaKey {
  kind: 'rsa';
  pkcs1: Uint8Array;
  /** The public half: modulus and exponent, big-endian without leading zeros. */
  modulus: Uint8Array;
  exponent: Uint8Array;
}

/** What some bytes turned out to be. */
export type KeyKind = RsaKey | { kind: KeyProblem };

const MIN_BITS = 1024;

/** Object identifiers, in hex as they stand in the bytes. */
const RSA = '2a864886f70d010101';
const PKCS7_DATA = '2a864886f70d010701';
/** id-ecPublicKey, and the Edwards and Montgomery curves, whose identifiers begin alike. */
const CURVES = ['2a8648ce3d0201', '2b65'];

/** The bytes hold no RSA key, for this reason. */
export const problem = (kind: KeyProblem): KeyKind => ({ kind });

const withoutZeros = (bytes: Uint8Array): Uint8Array => {
  const first = bytes.findIndex((byte) => byte !== 0);
  return bytes.subarray(first < 0 ? bytes.length : first);
};

const bitsOf = (number: Uint8Array): number =>
  number.length === 0 ? 0 : (number.length - 1) * 8 + (32 - Math.clz32(number[0] ?? 0));

const rsaKey = (bytes: Uint8Array, whole: DerElement, [, n, e]: readonly DerElement[]): KeyKind => {
  if (!n || !e) return problem('damaged');
  const modulus = withoutZeros(contentOf(bytes, n));
  if (bitsOf(modulus) < MIN_BITS) return problem('short');
  const exponent = withoutZeros(contentOf(bytes, e));
  return { kind: 'rsa', pkcs1: bytes.subarray(whole.start, whole.to), modulus, exponent };
};

const ofAlgorithm = (identifier: string): KeyKind =>
  problem(CURVES.some((curve) => identifier.startsWith(curve)) ? 'curve' : 'other');

/** PKCS#8: version, algorithm, and the key itself in an octet string. */
const fromPkcs8 = (bytes: Uint8Array, algorithm: DerElement, key: DerElement): KeyKind => {
  const identifier = identifierAt(bytes, elementsIn(bytes, algorithm)?.[0]);
  return identifier === RSA ? kindOfDer(contentOf(bytes, key)) : ofAlgorithm(identifier);
};

const isInteger = ({ tag }: DerElement): boolean => tag === INTEGER;

/** What begins with an integer, which is a version but in a public key; what follows it tells the rest. */
const ofNumbered = (bytes: Uint8Array, whole: DerElement, parts: readonly DerElement[]): KeyKind => {
  const [version, second, third] = parts;
  if (!version || !second) return problem('unknown');
  // SEC 1: "EC PRIVATE KEY".
  if (second.tag === OCTET_STRING) return problem('curve');
  if (second.tag === SEQUENCE && third?.tag === OCTET_STRING) return fromPkcs8(bytes, second, third);
  if (second.tag === SEQUENCE) {
    // PKCS#12.
    const isStore = identifierAt(bytes, elementsIn(bytes, second)?.[0]) === PKCS7_DATA;
    return problem(isStore ? 'store' : 'unknown');
  }
  if (!isInteger(second)) return problem('unknown');
  // PKCS#1's public key is a modulus and an exponent; OpenSSL's old form of a DSA key has six numbers.
  if (parts.length === 2) return problem('public');
  if (parts.length === 6) return problem('other');
  return parts.length >= 9 && parts.slice(0, 9).every(isInteger)
    ? rsaKey(bytes, whole, parts)
    : problem('damaged');
};

/** What begins with a sequence: a public key, an encrypted key or a certificate. */
const ofNested = (bytes: Uint8Array, first: DerElement, second: DerElement | undefined): KeyKind => {
  const isAlgorithm = identifierAt(bytes, elementsIn(bytes, first)?.[0]) !== '';
  if (isAlgorithm && second?.tag === BIT_STRING) return problem('public');
  if (isAlgorithm && second?.tag === OCTET_STRING) return problem('encrypted');
  return problem(second?.tag === SEQUENCE ? 'certificate' : 'unknown');
};

/** Tell what DER is; what follows it, such as the end of a line, does not count. */
export const kindOfDer = (bytes: Uint8Array): KeyKind => {
  const whole = elementAt(bytes, 0, bytes.length);
  const parts = whole?.tag === SEQUENCE ? elementsIn(bytes, whole) : undefined;
  const [first, second] = parts ?? [];
  if (!whole || !parts || !first) return problem('damaged');
  if (isInteger(first)) return ofNumbered(bytes, whole, parts);
  return first.tag === SEQUENCE ? ofNested(bytes, first, second) : problem('unknown');
};
