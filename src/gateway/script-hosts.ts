/**
 * Hosts that scripts may come from without the page's doing: the carriers' gateways, as they were seen, and the service with its
 * official script. `*.example.com` stands for any host below example.com.
 */
const KNOWN_SCRIPT_HOSTS = [
  'id6.me',
  'opencloud.wostore.cn',
  'www.cmpassport.com',
  'testcert.cmpassport.com',
] as const;

/** What the page's own code, or the tag of our script, has allowed beyond that. */
const allowed = new Set<string>();

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address leads to this machine, where sandboxes are. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** `*.example.com` stands for any host below example.com; anything else for itself. */
export const matches = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;

const HOST = /^(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*$/;

/**
 * Allow scripts that a login runs to come from somewhere else: a carrier's gateway that has moved, a copy of the official script.
 * An attribute cannot do that, because markup can come from anywhere; so it takes a call.
 *
 * @param sources host names (`gateway.example.com`, `*.example.com`), or whole addresses for one script each, relative ones
 *   counted from the page (`/vendor/official.js`).
 * @throws {TypeError} for what is neither.
 */
export const allowScripts = (...sources: readonly string[]): void => {
  for (const source of sources) allowed.add(sourceFrom(source.trim()));
};

const sourceFrom = (source: string): string => {
  const host = source.toLowerCase();
  if (source.length < 254 && HOST.test(host)) return host;
  if (source.includes('/'))
    return new URL(source, typeof location === 'object' ? location.href : undefined).href;
  throw new TypeError(`Neither a host nor an address of a script: ${source}`);
};

/** Whether code from an address may run in the page; the port says nothing. */
export const isAllowed = ({ href, hostname }: URL): boolean =>
  isLoopback(hostname) ||
  allowed.has(href) ||
  [...KNOWN_SCRIPT_HOSTS, ...allowed].some((pattern) => matches(pattern, hostname));
