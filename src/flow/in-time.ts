/** As for a request. */
const DEFAULT_LIMIT = 8000;

/**
 * Wait for something that may never come, such as a file of ours on a network that hangs without failing.
 *
 * @param milliseconds anything but a number above 0 means 8000; the wait ends with the signal too, where there is one.
 * @throws {Error} when it has not come by then; whatever it fails with itself.
 */
export const inTime = async <T>(
  coming: Promise<T>,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<T> => {
  const limit = milliseconds > 0 ? milliseconds : DEFAULT_LIMIT;
  let forget: () => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    const end = () => {
      reject(new Error(signal?.aborted ? 'The login was ended' : `Not there within ${String(limit)} ms`));
    };
    const timer = setTimeout(end, limit);
    signal?.addEventListener('abort', end);
    forget = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    };
    if (signal?.aborted) end();
  });
  try {
    return await Promise.race([coming, over]);
  } finally {
    forget();
  }
};
