import type { ExchangeName, Hop, ScriptRules, Wire } from './types.js';

/** The service's two hosts: `verify` recognises China Mobile's SIMs, `www` does everything else. */
type Host = 'verify' | 'www';

/** Where each exchange is made. */
const EXCHANGES = {
  cm: ['verify', '/h5/httpsPreGetmobile'],
  'ct-phonescrip': ['www', '/h5/onekeylogin/getNewTelecomPhonescrip'],
  'ct-callback': ['www', '/h5/onekeylogin/CTCallback'],
  'cu-phonescrip': ['www', '/h5/onekeylogin/getNewUnicomPhonescrip'],
  'cu-callback': ['www', '/h5/onekeylogin/CUCallback'],
  'page-option': ['www', '/h5/onekeylogin/getPageOption'],
  token: ['www', '/h5/onekeylogin/authGetToken'],
} as const satisfies Record<ExchangeName, readonly [Host, `/${string}`]>;

/** Where the service keeps its official script, as seen in public integrations. */
const OFFICIAL_SCRIPT = '/h5/js/jssdk_auth/jssdk-1.0.0.min.js';

const LIVE: Record<Host, string> = {
  verify: 'https://verify.cmpassport.com',
  www: 'https://www.cmpassport.com',
};

const TEST_LINE: Record<Host, string> = {
  verify: 'https://testcert.cmpassport.com:7009',
  www: 'https://testcert.cmpassport.com:7002',
};

export interface WireOptions {
  /** Base URL put in place of both hosts: a sandbox or a reverse proxy. Relative ones count from the page. */
  gateway?: string | undefined;
  /** The service's test line instead of the live one; `gateway` wins over it. */
  testLine?: boolean | undefined;
  /** Milliseconds for one request; default 8000. */
  timeout?: number | undefined;
  /** What the carriers' scripts may do; by default they run from every known or allowed host. */
  scripts?: ScriptRules | undefined;
  onHop?: ((hop: Hop) => void) | undefined;
}

/** The addresses that a login with these options talks to. */
export const hostsFor = ({ gateway, testLine }: WireOptions): Record<Host, string> => {
  let base = gateway?.trim() ?? '';
  while (base.endsWith('/')) base = base.slice(0, -1);
  if (base) return { verify: base, www: base };
  return testLine ? TEST_LINE : LIVE;
};

/** The address of the official script at the service that these options lead to. */
export const officialScriptUrl = (options: WireOptions): string => hostsFor(options).www + OFFICIAL_SCRIPT;

/** Turn an element's or an order's settings into the way its requests are made. */
export const createWire = (options: WireOptions = {}): Wire => {
  const hosts = hostsFor(options);
  const { timeout, scripts = { allowed: true }, onHop } = options;
  return {
    url(name) {
      const [host, path] = EXCHANGES[name];
      return hosts[host] + path;
    },
    timeout,
    scripts,
    onHop,
  };
};
