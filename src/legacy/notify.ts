/**
 * Call a page's callback, which may be missing or no function at all. What it throws is the page's own error: it is
 * reported as any uncaught one, and changes nothing here.
 */
export const notify = (callback: unknown, result: object): void => {
  if (typeof callback !== 'function') return;
  try {
    Reflect.apply(callback, undefined, [result]);
  } catch (error) {
    if ('reportError' in globalThis) reportError(error);
    else console.error(error);
  }
};
