import { createPrivateKey, type KeyObject } from 'node:crypto';
import { fail, ok, skip, type Finding } from './finding.js';

const CHECK = 'key';
/** Shorter ones are no longer thought safe. */
const BITS = 2048;

/** The base64 between PEM lines, or all of it. */
const derOf = (text: string): Buffer =>
  Buffer.from(text.replaceAll('\\n', '\n').replace(/-----[A-Z ]+-----/g, ''), 'base64');

const read = (text: string): KeyObject | undefined => {
  if (text.includes('-----BEGIN')) {
    try {
      return createPrivateKey(text.replaceAll('\\n', '\n'));
    } catch {
      return undefined;
    }
  }
  for (const type of ['pkcs8', 'pkcs1'] as const) {
    try {
      return createPrivateKey({ key: derOf(text), format: 'der', type });
    } catch {
      // Not of this type.
    }
  }
  return undefined;
};

/** Is the key readable, RSA and long enough? Nothing of it is in what is said. */
export const checkKey = (text: string | undefined): Finding => {
  if (text === undefined) {
    return skip(CHECK, 'no key was given: set --key, PRIVATE_KEY_FILE or PRIVATE_KEY, and ask again');
  }
  if (/BEGIN (?:RSA )?PUBLIC KEY|BEGIN CERTIFICATE/.test(text)) {
    return fail(
      CHECK,
      'this is the public half: give the private key, whose public half is registered with the service',
    );
  }
  if (text.includes('ENCRYPTED')) {
    return fail(CHECK, 'the key is encrypted: write it without a passphrase (openssl pkcs8 -topk8 -nocrypt)');
  }
  const key = read(text);
  if (!key) return fail(CHECK, 'this is no private key: PEM or base64 of PKCS#8 or PKCS#1 is');
  if (key.asymmetricKeyType !== 'rsa') {
    return fail(
      CHECK,
      `the key is ${key.asymmetricKeyType ?? 'of another kind'}, not RSA: make one with openssl genrsa ${BITS}`,
    );
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < BITS) {
    return fail(
      CHECK,
      `the key has ${bits} bits: make one of ${BITS} (openssl genrsa ${BITS}) and register its public half`,
    );
  }
  return ok(CHECK, `RSA, ${bits} bits`);
};
