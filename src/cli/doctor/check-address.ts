import { ok, warn, type Finding } from './finding.js';

const CHECK = 'registration';

/** How the page's address has to be registered: fragment and query do not count (the guide's section 2.1). */
export const checkAddress = (asked: URL, arrived: URL): Finding[] => {
  const page = arrived.origin + arrived.pathname;
  const findings = [
    ok(CHECK, `register as referer, to the letter: ${page}`),
    ok(CHECK, `register as origin: ${arrived.origin}`),
  ];
  if (asked.origin + asked.pathname !== page) {
    findings.push(
      warn(
        CHECK,
        `${asked.href} leads to ${arrived.href}: logins start there, so that address is the one to register`,
      ),
    );
  }
  const isLocal = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(arrived.hostname);
  if (arrived.protocol === 'http:' && !isLocal) {
    findings.push(
      warn(
        CHECK,
        'the page comes by http, where browsers have no WebCrypto and networks may change it: serve it by https',
      ),
    );
  }
  return findings;
};
