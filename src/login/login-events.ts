import type { YdrzError } from '../codes/ydrz-error.js';
import type { TokenResult } from '../flow/types.js';
import type { Agreement, Hop, Operator } from '../gateway/types.js';
import type { LoginState } from './names.js';

/** What an application's own screen needs to authorize a login, and how it answers. */
export interface AuthorizationRequest {
  readonly maskPhone: string;
  readonly operator: Operator;
  /** `'4'` hidden digits, `'1'` consent only, `'5'` the application's own screen is expected. */
  readonly authLevel: string;
  readonly appName: string;
  /** What the user has to agree to; the carrier's own agreement comes first. */
  readonly agreements: readonly Agreement[];
  /** Tries left, this one included: 3, 2 or 1. */
  readonly attemptsLeft: number;
  /** Submit the hidden digits; calling it says that the user has agreed to the agreements. */
  submit(digits: string): void;
  /** The user does not want to: the login ends with 501. */
  cancel(): void;
}

/** A login succeeded. */
export class TokenEvent extends CustomEvent<TokenResult> {
  constructor(detail: TokenResult) {
    super('token', { detail, bubbles: true, composed: true });
  }
}

/** A login failed; it does not bubble, as the error events of media elements do not. */
export class LoginErrorEvent extends CustomEvent<YdrzError> {
  constructor(detail: YdrzError) {
    super('error', { detail });
  }
}

/** The user is about to be asked; `preventDefault()` means that the application asks by itself. */
export class AuthorizationRequestEvent extends CustomEvent<AuthorizationRequest> {
  constructor(detail: AuthorizationRequest) {
    super('authorizationrequest', { detail, cancelable: true });
  }
}

/** The digits are complete and the agreement is ticked. */
export class LoginInputCompleteEvent extends CustomEvent<{ msgId: string }> {
  constructor(msgId: string) {
    super('inputcomplete', { detail: { msgId } });
  }
}

/** The element's state changed. */
export class StateChangeEvent extends CustomEvent<{ state: LoginState; previous: LoginState }> {
  constructor(state: LoginState, previous: LoginState) {
    super('statechange', { detail: { state, previous } });
  }
}

/** The token's 2 minutes are over. */
export class ExpireEvent extends CustomEvent<{ msgId: string }> {
  constructor(msgId: string) {
    super('expire', { detail: { msgId } });
  }
}

/** One request was made; it holds no number and no token. */
export class HopEvent extends CustomEvent<Hop> {
  constructor(detail: Hop) {
    super('hop', { detail });
  }
}

/** The events of `<ydrz-login>` by name. */
export interface LoginEventMap {
  token: TokenEvent;
  error: LoginErrorEvent;
  authorizationrequest: AuthorizationRequestEvent;
  inputcomplete: LoginInputCompleteEvent;
  statechange: StateChangeEvent;
  expire: ExpireEvent;
  hop: HopEvent;
}
