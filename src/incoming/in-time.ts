/** The limit of the official script for one request, in milliseconds. */
const DEFAULT_LIMIT = 8000;

/** As long as a signature holds, in milliseconds: what comes later is of no use. */
const LONGEST = 600_000;

/** Longer than any page is open, in milliseconds, and no more than a timer can wait. */
const FOR_EVER = 1e9;

/**
 * Wait for something that may never come: an answer, a file of ours on a network that hangs without failing, or what the
 * application does. What ignores its signal holds nothing up, and what comes late changes nothing.
 *
 * @param milliseconds anything but a number above 0 means 8000.
 * @param signal ends the wait too, where there is one.
 * @param longest is waited at most, however many milliseconds are given; default ten minutes.
 * @throws {DOMException} a TimeoutError when it has not come by then, or the signal has ended the wait; whatever it fails with itself.
 */
export const inTime = async <T>(
  coming: T | Promise<T>,
  milliseconds = 0,
  signal?: AbortSignal,
  longest = LONGEST,
): Promise<T> => {
  const limit = Math.min(milliseconds > 0 ? milliseconds : DEFAULT_LIMIT, longest);
  let end: () => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    end = () => {
      reject(new DOMException(`Not within ${limit} ms`, 'TimeoutError'));
    };
  });
  const timer = setTimeout(end, limit);
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
  inTime(coming, FOR_EVER, signal, FOR_EVER);
