/** Wait some milliseconds, or until the caller has gone. */
export const wait = (milliseconds: number, gone: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (milliseconds <= 0 || gone.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      gone.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    gone.addEventListener('abort', end);
  });
