/** The limit of the official script for one request, in milliseconds. */
const DEFAULT_LIMIT = 8000;

/**
 * Wait for something that may never come: an answer, a file of ours on a network that hangs without failing, or what the
 * application or the user does. What ignores its signal holds nothing up, and what comes late changes nothing.
 *
 * @param milliseconds anything but a number above 0 means 8000; `Infinity` is no limit.
 * @param signal ends the wait too, where there is one.
 * @throws {Error} when it has not come by then; whatever it fails with itself.
 */
export const inTime = async <T>(
  coming: T | Promise<T>,
  milliseconds: number | undefined,
  signal?: AbortSignal,
): Promise<T> => {
  const limit = milliseconds && milliseconds > 0 ? milliseconds : DEFAULT_LIMIT;
  let end: () => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    end = () => {
      reject(new Error(`Ended, or not there within ${String(limit)} ms`));
    };
  });
  const timer = limit < Infinity ? setTimeout(end, limit) : undefined;
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  try {
    return await Promise.race([over, coming]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  }
};

/** Wait for the application or the user, who may take their time, but no longer than the login lasts. */
export const untilEnded = <T>(coming: T | Promise<T>, signal: AbortSignal): Promise<T> =>
  inTime(coming, Infinity, signal);
