import { isFault, type Fault } from './faults/fault.js';
import { SandboxOptionError } from './option-error.js';
import type { RegisteredApp } from './service/registered-app.js';
import type { Sim } from './service/sims.js';

const APP_ID = /^[\w-]{1,64}$/;
/** Its first 16 characters are an AES key, so they must be 16 bytes. */
const APP_KEY = /^[\x21-\x7e]{16,256}$/;
const SIM_ID = /^[\w.-]{1,64}$/;
const NUMBER = /^1\d{10}$/;
const BASE_PATH = /^(?:\/[\w.~-]+)*$/;
const OPERATORS: ReadonlySet<unknown> = new Set(['CM', 'CT', 'CU']);

/** @throws {SandboxOptionError} APP */
export const checkApp = ({ appId, appKey, publicKey }: RegisteredApp): void => {
  if (!APP_ID.test(appId)) {
    throw new SandboxOptionError('APP', 'An appId is malformed', 'It is 1 to 64 letters, digits, _ and -.');
  }
  if (!APP_KEY.test(appKey)) {
    throw new SandboxOptionError(
      'APP',
      `The appKey of ${appId} is malformed`,
      'It is 16 to 256 printable characters.',
    );
  }
  if (!publicKey.includes('-----BEGIN PUBLIC KEY-----')) {
    throw new SandboxOptionError(
      'APP',
      `The publicKey of ${appId} is no PEM of a public key`,
      'It begins with -----BEGIN PUBLIC KEY----- (openssl rsa -pubout); generateApp() makes a pair.',
    );
  }
};

/** @throws {SandboxOptionError} SIM */
export const checkSim = ({ id, number, operator, delay = 0 }: Sim): void => {
  const wrong = (what: string, hint: string) => new SandboxOptionError('SIM', `${what} of SIM "${id}"`, hint);
  if (!SIM_ID.test(id))
    throw wrong('The id', 'It is 1 to 64 letters, digits, underscores, hyphens and full stops.');
  if (!NUMBER.test(number)) throw wrong('The number', 'It has 11 digits and begins with 1.');
  if (!OPERATORS.has(operator)) throw wrong('The operator', 'It is CM, CT or CU.');
  if (!(delay >= 0)) throw wrong('The delay', 'It is a number of milliseconds.');
};

/** @throws {SandboxOptionError} FAULT */
export const checkFault = (fault: Fault): void => {
  if (isFault(fault)) return;
  throw new SandboxOptionError(
    'FAULT',
    `${JSON.stringify(fault)} is no fault`,
    'It has an exchange, a kind of FAULT_KINDS, and no other fields than those of the type Fault.',
  );
};

/** @throws {SandboxOptionError} BASE_PATH */
export const checkBasePath = (path: string): void => {
  if (BASE_PATH.test(path)) return;
  throw new SandboxOptionError(
    'BASE_PATH',
    `"${path}" is no base path`,
    'It looks like /sandbox, or is empty.',
  );
};
