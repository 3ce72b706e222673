import '../index.js';

import type { AuthLogin } from '../flow/official-interface.js';
import { createAuthLogin } from './auth-login.js';

/** The global of the classic script. */
interface ClassicAuthLogin extends AuthLogin {
  /** The `YDRZAuthLogin` that was there before this script, such as the official one. */
  previous?: AuthLogin;
}

const script = document.currentScript;
const previous = window.YDRZAuthLogin;
const YDRZAuthLogin: ClassicAuthLogin = createAuthLogin({
  gateway: script instanceof HTMLScriptElement ? script.dataset['gateway'] : undefined,
});
if (previous) {
  console.warn('ydrz-elements: there was a YDRZAuthLogin on this page; it is YDRZAuthLogin.previous now');
  YDRZAuthLogin.previous = previous;
}
window.YDRZAuthLogin = YDRZAuthLogin;
