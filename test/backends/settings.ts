import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { privateKey } from '../services/test-client.js';
import type { Environment } from './running-backend.js';

const key = createPrivateKey(privateKey);
const pkcs1 = key.export({ type: 'pkcs1', format: 'pem' }).toString();
const encrypted = key
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
  .toString();
const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
const { privateKey: ec } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** The sandbox's own key as environments have it. */
export const PRIVATE_KEYS: Readonly<Record<string, string>> = {
  'PKCS#1': pkcs1,
  'PKCS#1 in one line': `"${pkcs1.replaceAll('\n', '\\n')}"`,
  'PKCS#8 with Windows line ends written out': privateKey.replaceAll('\n', '\\r\\n'),
};

/** Settings with which no business server may start, and what its one line has to name. */
export const WRONG_SETTINGS: Readonly<Record<string, readonly [changes: Environment, says: RegExp]>> = {
  'no application': [{ APP_ID: '' }, /appid/],
  'a short appKey': [{ APP_KEY: 'short' }, /appkey/],
  'no private key': [{ PRIVATE_KEY: '' }, /privatekey/],
  'the public half': [{ PRIVATE_KEY: publicPem }, /privatekey/],
  'an encrypted key': [{ PRIVATE_KEY: encrypted }, /privatekey/],
  'a key on a curve': [{ PRIVATE_KEY: ec }, /privatekey/],
  'half a key': [{ PRIVATE_KEY: privateKey.slice(0, 800) }, /privatekey/],
  words: [{ PRIVATE_KEY: 'no key at all' }, /privatekey/],
};
