import { YdrzError, type Phase } from '../codes/ydrz-error.js';
import { networkError } from '../codes/network-error.js';
import { endedError, throwIfEnded } from '../gateway/failures.js';
import { loadHints } from './load-hints.js';
import type { LoginObserver, LoginOrder, RunningState } from './types.js';

const PHASE_OF: Record<RunningState, Phase> = {
  preparing: 'credentials',
  retrieving: 'retrieval',
  authorizing: 'authorization',
  exchanging: 'token',
};

/** Whatever went wrong, as the one error of the login, with what only the flow knows. */
const complete = async (
  cause: unknown,
  phase: Phase,
  msgId: string,
  { language }: LoginOrder,
): Promise<YdrzError> => {
  const known = cause instanceof YdrzError ? cause : networkError(phase, cause);
  const { code, message, YDData, CTData, CUData } = known;
  const error = new YdrzError({
    code,
    message,
    phase: known.phase,
    msgId: known.msgId || msgId,
    ...(YDData && CTData && CUData && { carriers: { YDData, CTData, CUData } }),
    cause: known.cause,
  });
  error.hint = known.hint || ((await loadHints())?.hintFor(error, language) ?? '');
  return error;
};

/**
 * Do a login, or a part of one, so that it fails with nothing but a {@link YdrzError} that has its phase, msgId and
 * hint (empty where the hints do not load). Aborting the signal makes it fail with 503, whatever it was doing.
 */
export const attempt = async <T>(
  order: LoginOrder,
  observer: LoginObserver,
  signal: AbortSignal,
  work: (watched: LoginObserver) => Promise<T>,
): Promise<T> => {
  let state: RunningState = 'preparing';
  let msgId = '';
  try {
    throwIfEnded(signal, 'credentials');
    return await work({
      ...observer,
      onState(next, id) {
        state = next;
        msgId = id;
        observer.onState?.(next, id);
      },
    });
  } catch (cause) {
    throw await complete(signal.aborted ? endedError(PHASE_OF[state]) : cause, PHASE_OF[state], msgId, order);
  }
};
