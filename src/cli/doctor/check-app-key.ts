import { fail, ok, skip, warn, type Finding } from './finding.js';

const CHECK = 'appKey';
const PRINTABLE = /^[\x21-\x7e]*$/;

/** The form of the appKey; nothing of it is in what is said. */
export const checkAppKey = (appKey: string | undefined, appId: string | undefined): Finding => {
  if (appKey === undefined) return skip(CHECK, 'no appKey was given: set APP_KEY, and ask again');
  const { length } = appKey;
  if (appKey === appId) return fail(CHECK, 'this is the appId: the appKey is the secret beside it');
  if (appKey.trim() !== appKey || /^["'].*["']$/s.test(appKey)) {
    return fail(CHECK, 'it has white space or quotes around it: take them away');
  }
  if (appKey.includes('-----')) return fail(CHECK, 'this is a key in PEM: the appKey is a short text');
  if (!PRINTABLE.test(appKey))
    return fail(CHECK, 'it has characters that no appKey has: copy it again from the service');
  if (length < 16)
    return fail(CHECK, `it has ${length} characters: the first 16 decrypt the number, so some are missing`);
  if (length > 256)
    return fail(CHECK, `it has ${length} characters, which is too long: copy it again from the service`);
  if (length !== 32)
    return warn(CHECK, `it has ${length} characters, where 32 are usual: compare it with the service`);
  return ok(CHECK, `${length} characters`);
};
