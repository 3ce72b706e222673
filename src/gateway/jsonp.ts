import { unclobbered } from '../dom/unclobbered.js';
import { appendScript } from './append-script.js';
import { hop } from './hop.js';
import { elementReferrerPolicy } from './referrer.js';
import { checkScriptUrl } from './script-url.js';
import type { Hop, Wire } from './types.js';
import { isFields, textAt } from '../incoming/fields.js';
import { untilEnded } from '../incoming/in-time.js';

/** The two functions that the carriers' gateways call; the service fixes their names. */
export type CarrierFunction = 'getTelecomPhone' | 'getNewUnicomPhone';

export interface CarrierScript {
  /** The hop's name. */
  name: Hop['name'];
  /** The carrier's address, used as it is. */
  url: string;
  functionName: CarrierFunction;
}

/** What a carrier's script may hand over, as texts; empty where it hands over nothing. */
export interface CarrierAnswer {
  result: string;
  data: string;
  code: string;
  msg: string;
}

type Occupant = ((answer: unknown) => void) & { [TURN]?: Promise<void> };

/**
 * The mark on a callback that is ours. It stands on the function, not in this module, so that two copies of
 * the package on one page take turns as well.
 */
const TURN = Symbol.for('ydrz-elements.turn');

declare global {
  interface Window {
    getTelecomPhone?: Occupant | undefined;
    getNewUnicomPhone?: Occupant | undefined;
  }
}

/**
 * Take a script out of the page for good. Removed alone it would still run when it arrives late, and what it calls could
 * be another login's function by then; browsers do not run one whose document has changed.
 */
const discard = (script: HTMLScriptElement): void => {
  unclobbered().implementation.createHTMLDocument().adoptNode(script);
};

/** Copy the documented fields, each read once: the object is foreign code's, and may be anything. */
const copy = (answer: unknown): CarrierAnswer => {
  if (!isFields(answer)) throw new TypeError('The function was called with something else than an object');
  const [result = '', data = '', code = '', msg = ''] = ['result', 'data', 'code', 'msg'].map((key) =>
    textAt(answer, key),
  );
  return { result, data, code, msg };
};

/**
 * Load a carrier's script and take the one call that it makes.
 *
 * The global function exists only while the request runs; what was there before is put back; a second or a
 * late call does nothing.
 *
 * @throws {YdrzError} 500 when the script fails, answers something else or calls nothing within the limit;
 *   503 when the login was ended.
 */
export const callCarrier = async (
  wire: Wire,
  { name, url, functionName }: CarrierScript,
  signal: AbortSignal,
): Promise<CarrierAnswer> => {
  // Nothing may be awaited between the last look and the moment that the function is taken.
  for (let turn; !signal.aborted && (turn = window[functionName]?.[TURN]);) {
    await untilEnded(turn, signal).catch(() => undefined);
  }
  const had = Object.prototype.hasOwnProperty.call(window, functionName);
  const before = window[functionName];
  const script = unclobbered().createElement('script');
  let passOn: () => void = () => undefined;
  const turn = new Promise<void>((resolve) => {
    passOn = resolve;
  });
  let heed: (violation: SecurityPolicyViolationEvent) => void = () => undefined;
  const ask = async (): Promise<CarrierAnswer> => {
    const called = new Promise<unknown>((resolve, reject) => {
      const forbid = (cause: unknown) => {
        reject(new DOMException(String(cause), 'SecurityError'));
      };
      heed = ({ blockedURI }) => {
        if (url.startsWith(blockedURI)) forbid(blockedURI);
      };
      window[functionName] = Object.assign(resolve, { [TURN]: turn });
      script.onerror = () => {
        reject(new Error('The script did not load'));
      };
      unclobbered().addEventListener('securitypolicyviolation', heed);
      script.referrerPolicy = elementReferrerPolicy();
      try {
        appendScript(script, checkScriptUrl(url, wire.scripts.hosts), wire.scripts.nonce);
      } catch (cause) {
        forbid(cause);
      }
    });
    return copy(await called);
  };
  try {
    return await hop(wire, { name, url, phase: 'retrieval' }, signal, ask, ({ result }) => result || '500');
  } finally {
    discard(script);
    unclobbered().removeEventListener('securitypolicyviolation', heed);
    // Somebody may have put a function of their own there meanwhile: then it is theirs to keep.
    if (window[functionName]?.[TURN] === turn) {
      if (had) window[functionName] = before;
      else Reflect.deleteProperty(window, functionName);
    }
    passOn();
  }
};
