import type { LoginReport } from '../codes/login-report.js';
import type { Phase } from '../codes/ydrz-error.js';
import { pageUrl } from '../dom/page-url.js';
import type { Hop } from '../gateway/types.js';

/** The request whose success means that a carrier has recognised the number. */
const RECOGNISED: Readonly<Record<string, 'CM' | 'CT' | 'CU' | undefined>> = {
  cm: 'CM',
  'ct-callback': 'CT',
  'cu-callback': 'CU',
};

const operatorOf = (hops: readonly Hop[]): LoginReport['operator'] => {
  const answered = hops.filter(({ code }) => code === '103000').map(({ name }) => RECOGNISED[name]);
  return answered.filter(Boolean).pop() ?? 'unknown';
};

/** The address that reports go to; undefined where none is given, or (with a warning) where it is not an address. */
const urlOf = (address: string): URL | undefined => {
  try {
    return address ? pageUrl(address) : undefined;
  } catch (cause) {
    console.warn(cause);
    return undefined;
  }
};

/**
 * Tell the page's own server how a login went. The request carries no cookies and not the page's path; nothing waits for it, and
 * nothing depends on its arrival.
 */
export const sendReport = (address: string, code: string, phase: Phase, hops: readonly Hop[]): void => {
  const url = urlOf(address);
  if (!url) return;
  const { href, origin } = url;
  if (origin !== location.origin) {
    console.warn(
      `ydrz-elements: report-url has to be on the page's own server; nothing is sent to ${origin}`,
    );
    return;
  }
  const report: LoginReport = {
    ...{ code, phase },
    operator: operatorOf(hops),
    hops: hops.map(({ name, code, duration }) => ({ name, code, milliseconds: Math.round(duration) })),
  };
  fetch(href, {
    method: 'POST',
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(report),
  }).catch(() => undefined);
};
