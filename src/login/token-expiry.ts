/** When what stops a clock may be over: a phone that sleeps, a page that is kept for the browser's Back. */
const WAKING = ['visibilitychange', 'pageshow'] as const;

/**
 * Watches for the end of a token. Timers stand still while a phone sleeps, so the wall clock is looked at as well: when the page is seen
 * again, and whenever the token is read.
 */
export interface TokenExpiry {
  /** Whether the token is still valid. Where it is not, `onExpire` is called in the next microtask, not while the token is read. */
  readonly lasts: boolean;
  /** Stop watching: `onExpire` is not called any more. */
  stop(): void;
}

/** `expiresAt`: milliseconds since 1970. `onExpire` is called once, unless the watch was stopped before. */
export const watchToken = (expiresAt: number, onExpire: () => void): TokenExpiry => {
  let over = false;
  const stop = () => {
    over = true;
    clearTimeout(timer);
    for (const waking of WAKING) removeEventListener(waking, look);
  };
  const expire = () => {
    if (over) return;
    stop();
    onExpire();
  };
  const look = () => {
    if (Date.now() >= expiresAt) expire();
  };
  const timer = setTimeout(expire, expiresAt - Date.now());
  for (const waking of WAKING) addEventListener(waking, look);
  return {
    get lasts() {
      if (Date.now() < expiresAt) return true;
      queueMicrotask(look);
      return false;
    },
    stop,
  };
};
