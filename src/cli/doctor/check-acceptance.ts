import { remedyText } from '../../codes/return-codes.js';
import { YdrzError } from '../../codes/ydrz-error.js';
import { validateToken } from '../../server/validate-token.js';
import { withCause } from '../failure.js';
import { fail, ok, type Finding } from './finding.js';

const CHECK = 'acceptance';

/** What the service knows of an application. */
export interface Application {
  appId: string;
  appKey: string;
  privateKey: string;
  gateway: string | undefined;
  testLine: boolean;
}

const MEANINGS: Readonly<Record<string, string>> = {
  '103001': 'the request is not accepted: check the clock and the appId',
  '104000': 'the service does not know this appId',
  '104001': 'one-tap login is not configured for the application',
  '104003': 'the application has no entitlement',
  '104004': "the application's entitlement has run out",
  '104013': 'the service has another public key: register the public half of this one',
  '104017': "this server's address is not registered with the service",
};

/** A token of the right form that the service never gave out. */
const madeUp = (): string =>
  `STsid${Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;

/** Are service, application, signature key and the server's address accepted? A made-up token says so: 104007 means that all is well up to it. */
export const checkAcceptance = async (application: Application, signal: AbortSignal): Promise<Finding> => {
  try {
    await validateToken({
      ...application,
      token: madeUp(),
      // "doctor": any text will do, as the token is made up.
      userInformation: 'ZG9jdG9y',
      signal,
      language: 'en',
    });
    return fail(CHECK, 'the service took a made-up token, so this is no such service: check the address');
  } catch (error) {
    if (!(error instanceof YdrzError)) throw error;
    const { code, message, cause } = error;
    if (code === '104007')
      return ok(
        CHECK,
        'service, application, signature and address are accepted (104007 for a made-up token)',
      );
    if (code === '103005')
      return fail(
        CHECK,
        `the service has not answered: ${cause === undefined ? message : withCause(cause)}; check address and network`,
      );
    const meaning = MEANINGS[code] ?? message;
    return fail(CHECK, `${code}: ${meaning}. ${remedyText({ source: 'validation', code }, 'en')}`);
  }
};
