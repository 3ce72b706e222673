import { randomBytes } from 'node:crypto';

const LIFETIME = 60 * 60 * 1000;
const LIMIT = 10_000;
const COOKIE = 'session';

interface Session {
  phone: string;
  /** In milliseconds since 1970. */
  until: number;
}

/** Who is logged in. A real business has its own; this one forgets after an hour, and when the demo stops. */
export class Sessions {
  /** The oldest first. */
  readonly #sessions = new Map<string, Session>();

  /** Begin a session; the answer is the value of a `set-cookie` header. */
  begin(phone: string): string {
    const id = randomBytes(24).toString('base64url');
    const now = Date.now();
    for (const [old, { until }] of this.#sessions) {
      if (until > now && this.#sessions.size < LIMIT) break;
      this.#sessions.delete(old);
    }
    this.#sessions.set(id, { phone, until: now + LIFETIME });
    return `${COOKIE}=${id}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(LIFETIME / 1000)}`;
  }

  /** The number behind a request's `cookie` header. */
  phone(cookies: string | undefined): string | undefined {
    const session = this.#sessions.get(idIn(cookies));
    return session && session.until > Date.now() ? session.phone : undefined;
  }

  /** End a session; the answer clears the cookie. */
  end(cookies: string | undefined): string {
    this.#sessions.delete(idIn(cookies));
    return `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
  }
}

const idIn = (cookies = ''): string =>
  cookies
    .split(/;\s*/)
    .find((cookie) => cookie.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1) ?? '';
