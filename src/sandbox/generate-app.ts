import { randomHex } from './service/sealing.js';
import type { RegisteredApp } from './service/registered-app.js';

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
  hash: 'SHA-256',
} as const;

/** An application from both sides. */
export interface GeneratedApp {
  /** For `apps` of the sandbox. */
  app: RegisteredApp;
  /** For the business's server, as `createHandler` of `ydrz-elements/server` takes it. */
  server: {
    appId: string;
    appKey: string;
    /** PEM (PKCS#8) of the RSA key whose public half is registered. */
    privateKey: string;
  };
}

const pem = (title: string, der: ArrayBuffer): string => {
  const lines = btoa(String.fromCharCode(...new Uint8Array(der))).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${title}-----`, ...lines, `-----END ${title}-----`, ''].join('\n');
};

/** Make an application with fresh keys; what is given is kept. Default appId `300012345678`, appName `Sandbox`. */
export const generateApp = async (
  given: Partial<Omit<RegisteredApp, 'publicKey'>> = {},
): Promise<GeneratedApp> => {
  const { appId = '300012345678', appKey = randomHex(16).toUpperCase(), appName = 'Sandbox' } = given;
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.exportKey('pkcs8', keys.privateKey),
    crypto.subtle.exportKey('spki', keys.publicKey),
  ]);
  return {
    app: { ...given, appId, appKey, appName, publicKey: pem('PUBLIC KEY', publicKey) },
    server: { appId, appKey, privateKey: pem('PRIVATE KEY', privateKey) },
  };
};
