import { randomBytes } from 'node:crypto';
import { ExpiringMap } from '../sandbox/expiring-map.js';

const LIFETIME = 60 * 60 * 1000;
const LIMIT = 10_000;
const COOKIE = 'session';

/** Who is logged in. A real business has its own; this one forgets after an hour, and when the demo stops. */
export class Sessions {
  readonly #phones = new ExpiringMap<string>({ lifetime: LIFETIME, limit: LIMIT, now: Date.now });

  /** Begin a session; the answer is the value of a `set-cookie` header. */
  begin(phone: string): string {
    const id = randomBytes(24).toString('base64url');
    this.#phones.set(id, phone);
    return `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(LIFETIME / 1000)}`;
  }

  /** The number behind a request's `cookie` header. */
  phone(cookies: string | undefined): string | undefined {
    return this.#phones.get(idIn(cookies));
  }

  /** End a session; the answer clears the cookie. */
  end(cookies: string | undefined): string {
    this.#phones.delete(idIn(cookies));
    return `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
  }
}

const idIn = (cookies = ''): string =>
  cookies
    .split(/;\s*/)
    .find((cookie) => cookie.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1) ?? '';
