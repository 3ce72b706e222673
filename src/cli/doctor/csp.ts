/** A Content-Security-Policy: sources by directive, names in lower case. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Parse the policies of a header: several may stand in it, with commas between them. */
export const parsePolicies = (header: string): Policy[] =>
  header
    .split(',')
    .map((text) => {
      const policy = new Map<string, readonly string[]>();
      for (const directive of text.split(';')) {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        // Of several with one name, the first counts.
        if (name !== '' && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
      }
      return policy;
    })
    .filter(({ size }) => size > 0);

/** What the directives that a login needs fall back to. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  'connect-src': ['default-src'],
  'script-src-elem': ['script-src', 'default-src'],
  'frame-src': ['child-src', 'default-src'],
};

/** The sources that a directive allows; undefined where the policy says nothing about it. */
export const sourcesOf = (policy: Policy, directive: string): readonly string[] | undefined =>
  [directive, ...(FALLBACKS[directive] ?? [])].map((name) => policy.get(name)).find((sources) => sources);

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };
const portOf = ({ port, protocol }: URL): string => port || (PORTS[protocol] ?? '');

/** `https://*.example.com:443/path`, each part but the host optional. */
const HOST_SOURCE =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])(?::(\d+|\*))?(\/\S*)?$/i;

/** A scheme allows itself and its safe form; without one, the page's own counts. */
const schemeFits = (scheme: string, url: URL): boolean =>
  `${scheme}:` === url.protocol || (scheme === 'http' && url.protocol === 'https:');

const hostFits = (pattern: string, host: string): boolean =>
  pattern === '*' || (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : pattern === host);

const portFits = (port: string | undefined, url: URL): boolean => {
  if (port === undefined) return portOf(url) === PORTS[url.protocol];
  return port === '*' || port === portOf(url) || (port === '80' && portOf(url) === '443');
};

const pathFits = (path: string | undefined, { pathname }: URL): boolean =>
  path === undefined || path === '/' || (path.endsWith('/') ? pathname.startsWith(path) : pathname === path);

const sourceFits = (source: string, url: URL, page: URL): boolean => {
  const lower = source.toLowerCase();
  if (lower === "'self'") return url.origin === page.origin;
  if (lower === '*') return /^https?:$/.test(url.protocol) || url.protocol === page.protocol;
  if (/^[a-z][a-z\d+.-]*:$/.test(lower)) return schemeFits(lower.slice(0, -1), url);
  const [, scheme, host, port, path] = HOST_SOURCE.exec(source) ?? [];
  if (host === undefined) return false;
  return (
    schemeFits((scheme ?? page.protocol.slice(0, -1)).toLowerCase(), url) &&
    hostFits(host.toLowerCase(), url.hostname) &&
    portFits(port, url) &&
    pathFits(path, url)
  );
};

/** Does the policy let scripts in by their nonce, or because such a script has added them? */
const trustsNonces = (sources: readonly string[]): boolean =>
  sources.some((source) => /^'(?:nonce-.*|strict-dynamic)'$/i.test(source));

/** Whether a policy lets something be loaded: by its address, by a nonce alone, or not. */
export type Allowed = 'yes' | 'nonce' | 'no';

/** Whether a policy lets a page load an address: `nonce` where only with the page's nonce. What is not understood allows nothing. */
export const allows = (policy: Policy, directive: string, url: URL, page: URL): Allowed => {
  const sources = sourcesOf(policy, directive);
  if (!sources) return 'yes';
  const isScript = directive === 'script-src-elem';
  const isStrict = isScript && sources.some((source) => source.toLowerCase() === "'strict-dynamic'");
  // Under strict-dynamic, addresses do not count.
  if (!isStrict && sources.some((source) => sourceFits(source, url, page))) return 'yes';
  return isScript && trustsNonces(sources) ? 'nonce' : 'no';
};
