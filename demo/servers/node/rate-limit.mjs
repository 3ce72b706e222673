// A limit for `onCredentials`, which signs for whoever asks: so many per caller and window, counted in a store that all copies of the
// server share.
//
//     const limit = rateLimit({ count: countIn(redis), callerOf: ({ headers }) => headers.get('x-real-ip') });
//     const login = createHandler({ …, onCredentials: limit });
//
// The address has to come from a proxy of yours that overwrites the header: what a client sends itself is not to be believed.

/**
 * @typedef {(key: string, seconds: number) => Promise<number>} Count adds one to a key that is forgotten after so many seconds, and
 *   gives what it comes to
 */

/**
 * Count in Redis, or what speaks like it: one INCR per request, and an EXPIRE by whoever was first. `redis` is a client of the package
 * `redis` (`incr`, `expire`).
 *
 * @returns {Count}
 */
export const countIn = (redis) => async (key, seconds) => {
  const count = await redis.incr(key);
  if (count === 1) await redis.expire(key, seconds);
  return count;
};

/**
 * @param {object} options
 * @param {Count} options.count
 * @param {(request: Request) => string | null} options.callerOf who asks; a caller without a name shares one count with all others
 * @param {number} [options.most] per window; default 20, as several people can stand behind one address
 * @param {number} [options.seconds] length of a window; default 60
 * @param {() => number} [options.now]
 */
export const rateLimit =
  ({ count, callerOf, most = 20, seconds = 60, now = Date.now }) =>
  async ({ request }) => {
    const window = Math.floor(now() / 1000 / seconds);
    const key = `ydrz:credentials:${callerOf(request) ?? 'unknown'}:${window}`;
    // Two windows long, so that a key whose window has just begun is not forgotten by a clock that is ahead.
    if ((await count(key, 2 * seconds)) <= most) return true;
    const body = { code: '429', message: 'too many requests', hint: 'Try again later or offer another way.' };
    return Response.json(body, { status: 429, headers: { 'retry-after': String(seconds) } });
  };
