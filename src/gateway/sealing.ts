import aes from 'crypto-js/aes.js';
import utf8 from 'crypto-js/enc-utf8.js';

import { digest } from './digest.js';
import { randomHex } from './random-hex.js';

/** A request body whose parameters are AES-encrypted, as step 1 of China Telecom and China Unicom asks. */
export interface SealedBody {
  /** 16 random hex characters that the key is derived from. */
  encrypted: string;
  /** Hex ciphertext of the JSON parameters: AES-128-CBC, PKCS7, IV of sixteen `0` characters. */
  reqdata: string;
}

const IV = utf8.parse('0'.repeat(16));

/** The key that the service derives from `encrypted`: characters 8 to 23 of its MD5 in upper case. */
const keyFrom = (encrypted: string) => utf8.parse(digest(encrypted).toUpperCase().slice(8, 24));

/** Seal parameters; `encrypted` is given by tests only. */
export const seal = (parameters: object, encrypted = randomHex(8)): SealedBody => ({
  encrypted,
  reqdata: aes.encrypt(JSON.stringify(parameters), keyFrom(encrypted), { iv: IV }).ciphertext.toString(),
});
