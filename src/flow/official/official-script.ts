import { YdrzError } from '../../codes/ydrz-error.js';
import { pageUrl } from '../../dom/page-url.js';
import { unclobbered } from '../../dom/unclobbered.js';
import { appendScript } from '../../gateway/append-script.js';
import type { AuthLogin } from './official-interface.js';
import { inTime } from '../../incoming/in-time.js';

export interface OfficialScript {
  /** Address of the script. */
  src: string;
  /** Its Subresource Integrity digests; none without it. */
  integrity?: string | undefined;
  /** Nonce for its script element. */
  nonce?: string | undefined;
  /** Base URL in place of both live hosts, told to a stand-in for the script as `data-gateway`. */
  gateway?: string | undefined;
}

/** Milliseconds that the script may take. */
const LIMIT = 10_000;

/** The mark on a `YDRZAuthLogin` that is this package's facade, not the official script's. */
export const FACADE = Symbol.for('ydrz-elements.facade');

/** The scripts that were loaded, or are being, by address. */
const loaded = new Map<string, Promise<AuthLogin>>();

/** Those that an ended login has left busy: they ignore every other. */
const busy = new WeakSet<AuthLogin>();

const isOfficial = (candidate: AuthLogin | undefined): candidate is AuthLogin =>
  typeof candidate?.getTokenInfo === 'function';

/** Where a script comes from. */
export const addressOf = (src: string): string => pageUrl(src).href;

const load = async ({ src, integrity, nonce, gateway }: OfficialScript): Promise<AuthLogin> => {
  const script = unclobbered().createElement('script');
  try {
    const loading = new Promise<void>((resolve, reject) => {
      script.onload = () => {
        resolve();
      };
      script.onerror = () => {
        reject(new Error(`Blocked, unreachable, or not what integrity says: ${src}`));
      };
      if (integrity) Object.assign(script, { integrity, crossOrigin: 'anonymous' });
      if (gateway) script.dataset['gateway'] = gateway;
      appendScript(script, addressOf(src), nonce);
    });
    await inTime(loading, LIMIT);
    const { YDRZAuthLogin } = window;
    if (!isOfficial(YDRZAuthLogin)) throw new TypeError(`It sets no YDRZAuthLogin: ${src}`);
    if (busy.has(YDRZAuthLogin))
      throw new TypeError(`An ended login keeps it busy, and it sets no other: ${src}`);
    return YDRZAuthLogin;
  } catch (cause) {
    throw new YdrzError({ code: '500', message: '官方脚本加载失败', phase: 'credentials', cause });
  } finally {
    script.remove();
  }
};

/**
 * The official script's `YDRZAuthLogin`: the page's own where it has one and no address is given, else loaded, once, and once
 * more after each {@link leaveBusy}.
 *
 * @throws {YdrzError} 500 in phase `credentials`, whose cause says what is wrong, when the script is blocked by a
 *   policy or by integrity, takes more than 10 s, cannot be reached, or is something else. The next call tries again.
 */
export const loadOfficialScript = (script: OfficialScript, isDefault: boolean): Promise<AuthLogin> => {
  const own = window.YDRZAuthLogin;
  if (isDefault && isOfficial(own) && !(FACADE in own) && !busy.has(own)) return Promise.resolve(own);
  const known = loaded.get(script.src);
  if (known) return known;
  const loading = load(script);
  loaded.set(script.src, loading);
  loading.catch(() => loaded.delete(script.src));
  return loading;
};

/** Whether an ended login keeps it from taking another. */
export const isBusy = (official: AuthLogin): boolean => busy.has(official);

/** A login was ended that the script still thinks is under way: it answers nothing more, so that the next one gets a fresh one. */
export const leaveBusy = (official: AuthLogin, { src }: OfficialScript): void => {
  busy.add(official);
  loaded.delete(src);
};
