/** A policy, directive by directive. */
export type Policy = Readonly<Record<string, string>>;

/** The service's two hosts, which every login asks. */
const SERVICE = 'https://verify.cmpassport.com https://www.cmpassport.com';

/** The strictest policy under which a China Mobile login runs. Our own files come from the page's own host. */
export const CHINA_MOBILE: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': `'self' ${SERVICE}`,
  'img-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'lit-html ydrz-elements',
};

/** Where the carriers' scripts were seen to come from; the carriers move them. */
export const CARRIER_HOSTS = 'https://id6.me https://opencloud.wostore.cn';

/** The policy for all three carriers. China Telecom and China Unicom answer with a script. */
export const ALL_CARRIERS: Policy = {
  ...CHINA_MOBILE,
  'script-src': `${CHINA_MOBILE['script-src'] ?? ''} ${CARRIER_HOSTS}`,
};

/** The policy as the value of a `Content-Security-Policy` header. */
export const headerOf = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');
