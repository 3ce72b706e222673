import type { Hop, Wire } from './types.js';
import { isAnswer, type Answer } from './exchange.js';
import { networkError, throwIfEnded } from './failures.js';
import { checkScriptUrl, trustScriptUrl } from './script-url.js';

/** The two functions that the carriers' gateways call; the service fixes their names. */
export type CarrierFunction = 'getTelecomPhone' | 'getNewUnicomPhone';

export interface CarrierScript {
  /** The hop's name. */
  name: Hop['name'];
  /** The carrier's address, used as it is. */
  url: string;
  functionName: CarrierFunction;
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

/** Wait until no other login of ours holds the function. */
const waitForTurn = async (functionName: CarrierFunction): Promise<void> => {
  for (let turn; (turn = window[functionName]?.[TURN]);) await turn;
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
): Promise<Answer> => {
  await waitForTurn(functionName);
  throwIfEnded(signal, 'retrieval');

  const had = Object.prototype.hasOwnProperty.call(window, functionName);
  const before = window[functionName];
  const script = document.createElement('script');
  const start = performance.now();
  let passOn: () => void = () => undefined;
  let code = '500';
  let undo: () => void = () => undefined;

  try {
    const answer = await new Promise<unknown>((resolve, reject) => {
      const turn = new Promise<void>((done) => {
        passOn = done;
      });
      const occupant: Occupant = (answer) => {
        resolve(answer);
      };
      occupant[TURN] = turn;
      const fail = (reason: string) => () => {
        reject(new Error(reason));
      };
      const abort = fail('The login was ended');
      const timer = setTimeout(fail(`No call within ${String(wire.timeout)} ms`), wire.timeout);
      signal.addEventListener('abort', abort);
      window[functionName] = occupant;
      undo = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        script.remove();
        // Somebody may have put a function of their own there meanwhile: then it is theirs to keep.
        if (window[functionName] === occupant) {
          if (had) window[functionName] = before;
          else Reflect.deleteProperty(window, functionName);
        }
      };
      script.onerror = fail('The script did not load');
      script.referrerPolicy = 'unsafe-url';
      script.async = true;
      if (wire.scripts.nonce) script.nonce = wire.scripts.nonce;
      script.src = trustScriptUrl(checkScriptUrl(url, wire.scripts));
      document.head.append(script);
    });
    if (!isAnswer(answer))
      throw new TypeError(`${functionName} was called with something else than an object`);
    const { result } = answer;
    code = typeof result === 'string' || typeof result === 'number' ? String(result) : '500';
    return answer;
  } catch (cause) {
    throwIfEnded(signal, 'retrieval');
    throw networkError('retrieval', cause);
  } finally {
    undo();
    passOn();
    wire.onHop?.({
      name,
      url: url.replace(/[?#].*$/s, ''),
      start,
      duration: performance.now() - start,
      code,
    });
  }
};
