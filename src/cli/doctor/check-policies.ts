import { LIVE as SERVICE } from '../../server/settings/service-address.js';
import { allows, parsePolicies, sourcesOf, type Allowed, type Policy } from './csp.js';
import { fail, ok, warn, type Finding } from './finding.js';
import type { FetchedPage } from './page.js';

/** The service's hosts, as the page asks them. */
export interface Hosts {
  /** Retrieval by China Mobile. */
  verify: string;
  /** Everything else, the hosted page included. */
  service: string;
  /** Where the carriers' gateways answer with a script; they were seen there, and may move. */
  ct: string;
  cu: string;
}

export const LIVE: Hosts = {
  verify: 'https://verify.cmpassport.com',
  service: SERVICE,
  ct: 'https://id6.me',
  cu: 'https://opencloud.wostore.cn',
};

/** A sandbox or a reverse proxy stands for all of them. */
export const behind = (gateway: string): Hosts => ({
  verify: gateway,
  service: gateway,
  ct: gateway,
  cu: gateway,
});

interface Need {
  directive: string;
  host: keyof Hosts;
}

/** What a login needs of a page, carrier by carrier, in words for the report. China Mobile is asked first for every SIM. */
const NEEDS: readonly (readonly [who: string, needs: readonly Need[]])[] = [
  [
    'China Mobile',
    [
      { directive: 'connect-src', host: 'verify' },
      { directive: 'connect-src', host: 'service' },
    ],
  ],
  [
    'China Telecom',
    [
      { directive: 'connect-src', host: 'service' },
      { directive: 'script-src-elem', host: 'ct' },
    ],
  ],
  [
    'China Unicom',
    [
      { directive: 'connect-src', host: 'service' },
      { directive: 'script-src-elem', host: 'cu' },
    ],
  ],
  ['page-source="hosted"', [{ directive: 'frame-src', host: 'service' }]],
];

const CHECK = 'page policy';
const OWN_POLICIES = ['lit-html', 'ydrz-elements'];

const policiesOf = ({ headers, metas }: FetchedPage): Policy[] => [
  ...parsePolicies(headers.get('content-security-policy') ?? ''),
  ...metas
    .filter(([name]) => name === 'content-security-policy')
    .flatMap(([, content]) => parsePolicies(content)),
];

const spelt = (directive: string): string => (directive === 'script-src-elem' ? 'script-src' : directive);

const checkLoads = (page: FetchedPage, policies: readonly Policy[], hosts: Hosts): Finding[] =>
  NEEDS.map(([who, needs]) => {
    const asked = needs.map(({ directive, host }) => {
      const url = new URL(hosts[host]);
      const answers = policies.map((policy) => allows(policy, directive, url, page.url));
      return { rule: `${spelt(directive)} ${url.origin}`, answers };
    });
    // One gateway may stand for several hosts.
    const withAnswer = (answer: Allowed): string[] => [
      ...new Set(asked.filter(({ answers }) => answers.includes(answer)).map(({ rule }) => rule)),
    ];
    const missing = withAnswer('no');
    const nonced = withAnswer('nonce');
    // The hosted page is for those who choose it.
    const bad = who.startsWith('page-source') ? warn : fail;
    if (missing.length > 0)
      return bad(CHECK, `${who}: the page's CSP forbids it: add ${missing.join(' and ')}`);
    if (nonced.length > 0) {
      return warn(
        CHECK,
        `${who}: the CSP lets its script in by the nonce alone: give it to the element, <ydrz-login nonce="…">`,
      );
    }
    return ok(CHECK, `${who}: nothing in the page's CSP is against it`);
  });

const checkTrustedTypes = (policies: readonly Policy[]): Finding[] =>
  policies.flatMap((policy) => {
    const names = sourcesOf(policy, 'trusted-types');
    if (!names || names.includes('*')) return [];
    const missing = OWN_POLICIES.filter((name) => !names.includes(name));
    if (missing.length === 0) return [];
    return [fail(CHECK, `the CSP's trusted-types lacks ${missing.join(' and ')}: add them`)];
  });

/** The policies that browsers know. */
const REFERRER_POLICIES: readonly string[] = [
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
  // The old names, which `<meta>` still takes.
  'never',
  'default',
  'always',
  'origin-when-crossorigin',
];

/** The policy that counts: a meta element's goes before the header's, and the last known one of a list before the others. */
const referrerPolicyOf = ({ headers, metas }: FetchedPage): string => {
  const meta = metas.filter(([name]) => name === 'referrer').at(-1)?.[1];
  const value = meta ?? headers.get('referrer-policy') ?? '';
  const policies = value.split(',').map((policy) => policy.trim().toLowerCase());
  return policies.filter((policy) => REFERRER_POLICIES.includes(policy)).at(-1) ?? '';
};

const SILENT: ReadonlySet<string> = new Set(['no-referrer', 'same-origin', 'never']);

const checkReferrer = (page: FetchedPage): Finding => {
  const policy = referrerPolicyOf(page);
  if (SILENT.has(policy)) {
    return warn(
      'referrer policy',
      `"${policy}" sends the service no address: the element asks for its own requests' to be sent, the hosted page and the official script do not (170001, 104005); set strict-origin-when-cross-origin or unsafe-url`,
    );
  }
  return ok('referrer policy', policy === '' ? "the browser's own" : policy);
};

const checkFrames = ({ headers }: FetchedPage, policies: readonly Policy[]): Finding[] => {
  const findings: Finding[] = [];
  const embedder = headers.get('cross-origin-embedder-policy')?.trim().toLowerCase();
  if (embedder === 'require-corp' || embedder === 'credentialless') {
    const what = `Cross-Origin-Embedder-Policy: ${embedder}`;
    if (embedder === 'require-corp') {
      findings.push(
        fail(
          'frames',
          `${what} stops the scripts of China Telecom and China Unicom, and the hosted page: take it off this page`,
        ),
      );
    } else {
      findings.push(
        warn('frames', `${what} stops page-source="hosted": take it off this page if you use that`),
      );
    }
  }
  const framed =
    headers.get('x-frame-options') ??
    policies.map((policy) => policy.get('frame-ancestors')?.join(' ')).find(Boolean);
  if (framed !== undefined) {
    findings.push(ok('frames', `others may not frame this page freely (${framed}), which no login needs`));
  }
  const sandboxed = policies.map((policy) => policy.get('sandbox')).find((flags) => flags);
  if (sandboxed && !(sandboxed.includes('allow-scripts') && sandboxed.includes('allow-same-origin'))) {
    findings.push(
      fail(
        'frames',
        "the CSP's sandbox takes the page its scripts or its origin: add allow-scripts and allow-same-origin",
      ),
    );
  }
  return findings;
};

/** What the page's CSP, Referrer-Policy and frame headers would break. */
export const checkPolicies = (page: FetchedPage, hosts: Hosts): Finding[] => {
  const policies = policiesOf(page);
  return [
    ...checkLoads(page, policies, hosts),
    ...checkTrustedTypes(policies),
    checkReferrer(page),
    ...checkFrames(page, policies),
  ];
};
