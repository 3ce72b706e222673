import { inTime } from '../../incoming/in-time.js';

/**
 * Do something for so long and no longer, whether or not it heeds the signal that it is given.
 *
 * @throws whatever the work throws, a TimeoutError when its time is up, or the reason of the caller's own signal.
 */
export const withinTime = async <Result>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  outer?.throwIfAborted();
  const controller = new AbortController();
  try {
    // Twice: a server may set a longer limit than the ten minutes that pages wait at most.
    return await inTime(work(controller.signal), milliseconds, outer, milliseconds);
  } catch (cause) {
    controller.abort(outer?.aborted ? outer.reason : cause);
    outer?.throwIfAborted();
    throw cause;
  }
};
