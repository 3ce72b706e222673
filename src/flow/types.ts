import type { Agreement, Credentials, Hop, Operator, Retrieval } from '../gateway/types.js';
import type { ScriptSettings } from './script-rules.js';

/** The states of a running login. `idle`, `done` and `failed` belong to whoever shows it. */
export type RunningState = 'preparing' | 'retrieving' | 'authorizing' | 'exchanging';

/** What `credentials` is asked for. */
export interface CredentialsRequest {
  appId: string;
}

/** The application's own way to get credentials. */
export type CredentialsFunction = (
  request: CredentialsRequest,
  options: { signal: AbortSignal },
) => Credentials | Promise<Credentials>;

/** Where credentials come from: the URL of the business server, an object, or a function. */
export type CredentialsSource = string | Credentials | CredentialsFunction;

/** One login, as ordered by an element, the legacy global or an application without elements. */
export interface LoginOrder extends ScriptSettings {
  appId: string;
  credentials: CredentialsSource | null | undefined;
  /** Interface version; default `'2.0'`. */
  version?: string | undefined;
  /** `'1'` standard popup, `'2'` custom popup, `'3'` custom page, else the standard page; default `'0'`. */
  authPageType?: string | undefined;
  /** `name=value` pairs joined with `|`; default none. */
  expandParams?: string | undefined;
  /** Base URL put in place of both live hosts; default the live service. */
  gateway?: string | undefined;
  /** The service's test line; default false. */
  testLine?: boolean | undefined;
  /** Milliseconds for one request; default 8000. */
  timeout?: number | undefined;
  /** Language of hints; default `'zh-CN'`. */
  language?: string | undefined;
}

/** What a finished login gives, as in the documented success callback and a little more. */
export interface TokenResult {
  code: '103000';
  message: string;
  /** Lives for 2 minutes, works once. */
  token: string;
  /** To be sent to token validation exactly as it is. */
  userInformation: string;
  msgId: string;
  /** `unknown` with the official driver, whose script does not tell. */
  operator: Operator | 'unknown';
  /** When the token dies, in milliseconds since 1970. */
  expiresAt: number;
}

/** What the user (or the application's own screen) is asked. */
export interface Authorization {
  /** The application that the login is for. */
  appId: string;
  msgId: string;
  maskPhone: string;
  operator: Operator;
  authLevel: string;
  appName: string;
  /** The carrier's own agreement first, then the service's. */
  agreements: readonly Agreement[];
  /** How many tries are left, this one included: 3, 2 or 1; 0 where the service alone says when it is enough. */
  attemptsLeft: number;
  /** The refusal of the try before (104012), on a second and third try. */
  refusal?: { code: string; message: string };
  /** The whole retrieval: the service's own agreements, and what a hosted page needs. */
  retrieval: Retrieval;
  /** The popup's look as set at the service; never rejects, undefined where it could not be had. */
  pageOption?: Promise<object | undefined>;
  userInformation: string;
}

/** What an authorizer answers. */
export type AuthorizationAnswer =
  | {
      kind: 'digits';
      /** The hidden digits, in order; empty at level 1. */
      digits: string;
      /** The user has agreed to the agreements; nothing is submitted otherwise. */
      agreed: boolean;
    }
  | { kind: 'cancelled' }
  | {
      /** A hosted page has fetched the token itself. */
      kind: 'token';
      token: string;
      message?: string;
      userInformation?: string;
    };

/** Whatever presents an authorization: asked once per try, closed exactly once. */
export interface Authorizer {
  /** Wrong digits are asked for again until the service has had enough, however many they were; default: three times. */
  readonly untilLocked?: boolean;
  /** Ask for one try. Called again, on the same screen, after a wrong one. */
  authorize(authorization: Authorization, signal: AbortSignal): Promise<AuthorizationAnswer>;
  /** The login is over, one way or the other. */
  close(): void;
}

/** Who hears about a running login. */
export interface LoginObserver {
  onState?: ((state: RunningState, msgId: string) => void) | undefined;
  onHop?: ((hop: Hop) => void) | undefined;
}
