import { createPrivateKey, createPublicKey } from 'node:crypto';
import { APP, privateKey as pem } from './test-client.js';

// Everything here is Node's own cryptography: the kit uses crypto-js and WebCrypto.

export { APP_ID, APP_KEY, USER_INFORMATION, md5 } from './test-client.js';

export const PRIVATE_PEM = pem;
export const PUBLIC_PEM = APP.publicKey;
export const privateKey = createPrivateKey(PRIVATE_PEM);
export const publicKey = createPublicKey(PUBLIC_PEM);
