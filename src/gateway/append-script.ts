import { unclobbered } from '../dom/unclobbered.js';
import { checkScriptUrl } from './script-url.js';

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

/** No address gets past this, whoever asks: only from known hosts, and from those that the page's own code has allowed. */
const RULES: ScriptPolicy = { createScriptURL: (url) => checkScriptUrl(url) };

let policy: ScriptPolicy | undefined;

/**
 * Load foreign code. On a page with `require-trusted-types-for 'script'` the policy is called `ydrz-elements`, for the page's
 * `trusted-types` directive.
 *
 * @throws {TypeError} for an address that {@link checkScriptUrl} refuses.
 */
export const appendScript = (script: HTMLScriptElement, address: string, nonce: string | undefined): void => {
  policy ??= window.trustedTypes?.createPolicy('ydrz-elements', RULES) ?? RULES;
  script.async = true;
  if (nonce) script.nonce = nonce;
  script.src = policy.createScriptURL(address);
  unclobbered().head.append(script);
};
