/** The part of Trusted Types that is needed here; TypeScript's DOM library does not know it yet. */
interface ScriptPolicy {
  createScriptURL(url: string): string;
}

declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
    };
  }
}

let policy: ScriptPolicy | undefined;

/**
 * The checked address as a script element takes it on a page with `require-trusted-types-for 'script'`.
 * The policy is called `ydrz-elements`, for the page's `trusted-types` directive.
 */
const trusted = (address: string): string => {
  policy ??= window.trustedTypes?.createPolicy('ydrz-elements', { createScriptURL: (url) => url });
  return policy ? policy.createScriptURL(address) : address;
};

/** Load foreign code from an address that was checked. It is told the page's full address, as every request of a login is. */
export const appendScript = (script: HTMLScriptElement, address: string, nonce: string | undefined): void => {
  script.referrerPolicy = 'unsafe-url';
  script.async = true;
  if (nonce) script.nonce = nonce;
  script.src = trusted(address);
  document.head.append(script);
};
