import { INTEGER, SEQUENCE, derOf } from './der.js';
import { kindOfDer, type KeyKind } from './key-kind.js';
import type { RsaJsonWebKey } from './key-source.js';
import { bytesOfBase64 } from './key-text.js';

/** In the order of PKCS#1, after its version. */
const MEMBERS = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const;

/** DER's integers have a sign: a zero keeps a first byte above 127 from being one. */
const integer = (bytes: Uint8Array): number[] =>
  derOf(INTEGER, [...((bytes[0] ?? 0) & 0x80 ? [0] : []), ...bytes]);

/** Tell what a JSON Web Key is, by way of PKCS#1. */
export const kindOfJsonWebKey = (key: RsaJsonWebKey): KeyKind => {
  if (key.kty === 'EC' || key.kty === 'OKP') return { kind: 'curve' };
  if (key.kty !== 'RSA') return { kind: 'unknown' };
  if (key.d === undefined) return { kind: 'public' };
  const numbers: number[] = derOf(INTEGER, [0]);
  for (const member of MEMBERS) {
    const text = key[member];
    const bytes = typeof text === 'string' && text !== '' ? bytesOfBase64(text) : undefined;
    if (!bytes) return { kind: 'damaged' };
    numbers.push(...integer(bytes));
  }
  return kindOfDer(Uint8Array.from(derOf(SEQUENCE, numbers)));
};
