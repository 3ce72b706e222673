import { createHash, generateKeyPairSync } from 'node:crypto';

// Everything here is Node's own cryptography: the kit uses crypto-js and WebCrypto.

export const APP_ID = '300012345678';
export const APP_KEY = 'F0E1D2C3B4A5968778695A4B3C2D1E0F';
export const USER_INFORMATION = 'QW5kcm9pZEBAeA%3D%3D';

export const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const PRIVATE_PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
export const PUBLIC_PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();

export const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
