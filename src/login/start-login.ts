import { runLogin } from '../flow/run-login.js';
import type { LoginObserver, LoginOrder, TokenResult } from '../flow/types.js';
import { ApplicationAuthorizer } from './application-authorizer.js';
import type { YdrzLoginElement } from './login-element.js';
import { ScreenAuthorizer } from './screen-authorizer.js';

/** Everything that a login needs and a button does not: loaded at the first sign of intent. */
export const startLogin = (
  element: YdrzLoginElement,
  order: LoginOrder,
  signal: AbortSignal,
  observer: LoginObserver,
): Promise<TokenResult> =>
  runLogin(order, new ApplicationAuthorizer(element, new ScreenAuthorizer(element)), observer, signal);
