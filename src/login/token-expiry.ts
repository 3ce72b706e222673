/** When what stops a clock may be over: a phone that sleeps, a page that is kept for the browser's Back. */
const WAKING = ['visibilitychange', 'pageshow'] as const;

/**
 * The end of a token. Timers stand still while a phone sleeps, so the wall clock counts as well: it is looked at when the page
 * is seen again, and whenever the token is read.
 */
export interface TokenExpiry {
  /** Whether the token is still good; where it is not, that is told a moment later. */
  readonly lasts: boolean;
  /** The token is of no interest any more. */
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
