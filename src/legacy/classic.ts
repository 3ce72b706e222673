import './built-ins.js';
import '../index.js';

import { unclobbered } from '../dom/unclobbered.js';
import type { AuthLogin } from '../flow/official/official-interface.js';
import { allowScripts } from '../gateway/script-hosts.js';
import { createAuthLogin } from './auth-login.js';
import type { LegacySettings } from './read-request.js';

/** The global of the classic script. */
interface ClassicAuthLogin extends AuthLogin {
  /** The `YDRZAuthLogin` that was there before this script, such as the official one. */
  previous?: AuthLogin;
}

/** The settings on the script's own tag, which is still the current one with `defer` and `async`. */
const settingsOf = (script: HTMLOrSVGScriptElement | null): LegacySettings => {
  if (!(script instanceof HTMLScriptElement)) return {};
  const { gateway, jsonp, jsonpHosts, scriptHosts, pageSource } = script.dataset;
  // Whoever wrote the tag decides what code the page runs.
  allowScripts(...(scriptHosts?.split(/[\s,]+/).filter(Boolean) ?? []));
  return { gateway, jsonp, jsonpHosts, pageSource, nonce: script.nonce };
};

const previous = window.YDRZAuthLogin;
const YDRZAuthLogin: ClassicAuthLogin = createAuthLogin(settingsOf(unclobbered().currentScript));
if (previous) {
  console.warn('ydrz-elements: there was a YDRZAuthLogin on this page; it is YDRZAuthLogin.previous now');
  YDRZAuthLogin.previous = previous;
}
window.YDRZAuthLogin = YDRZAuthLogin;
