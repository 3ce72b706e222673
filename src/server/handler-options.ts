import type { LoginReport } from '../codes/login-report.js';
import type { LoginFailure } from './http/login-failure.js';
import type { PrivateKeySource } from './keys/key-source.js';
import type { ServiceOptions } from './service/ask-service.js';
import type { ValidatedNumber } from './validate-token.js';

/** What `onLogin` is told. */
export interface ValidatedLogin extends ValidatedNumber {
  /** The request that brought the token; its body has been read. */
  request: Request;
}

/** What `onCredentials` is told. */
export interface CredentialsAsked {
  /** The application that a signature is asked for. */
  appId: string;
  /** The request that asks for a signature; its body has been read. */
  request: Request;
}

/** What `createHandler` takes. */
export interface HandlerOptions extends Omit<ServiceOptions, 'signal'> {
  /** The application's id, as the service gave it. */
  appId: string;
  /** The application's secret, at least 16 characters. */
  appKey: string;
  /** The RSA key whose public half is registered: PEM, DER, base64, JWK, a KeyObject, or a CryptoKey that may sign. */
  privateKey: PrivateKeySource;
  /** Path that the routes stand under, such as `/api/ydrz`; by default the path's last part alone decides. */
  basePath?: string | undefined;
  /** Origins that may ask besides the request's own, such as `https://m.shop.example`: a list, or a text with commas between. */
  origins?: readonly string[] | string | undefined;
  /**
   * Believe `X-Forwarded-Host`: true behind a proxy that sets it and puts a host of its own into `Host`. Only browsers that send no
   * `Sec-Fetch-Site` (before Chrome 76, Firefox 90, Safari 16.4, and on http pages) need it. Default false.
   */
  trustProxy?: boolean | undefined;
  /** The `name` of the `<ydrz-login>` in a form that is posted without a script; default `token`. */
  name?: string | undefined;
  /**
   * Called before credentials are signed, which is done for whoever asks: the place for rate limits. `false` refuses with 429; a
   * response is answered in place of credentials. What it throws is the caller's own and comes out of the handler, as a `TimeoutError`
   * does when it has not decided within `timeout`.
   */
  onCredentials?: ((asked: CredentialsAsked) => CredentialsVerdict | Promise<CredentialsVerdict>) | undefined;
  /**
   * Called with the validated number. It may answer by itself (a session cookie, a redirect); otherwise `{phone}` is answered. What it
   * throws is the caller's own and comes out of the handler.
   */
  onLogin?: ((login: ValidatedLogin) => Response | undefined | Promise<Response | undefined>) | undefined;
  /**
   * Told of every request that fails, before it is answered. The reason is told here alone where the browser must not know it. It is
   * waited for, at most for `timeout`; what it throws is dropped, because it may not change the answer.
   */
  onFailure?: ((failure: LoginFailure) => unknown) | undefined;
  /**
   * Given what `report-url` was sent, checked: figures of your own on how logins end. With it `POST …/report` is served. What it throws
   * comes out of the handler.
   */
  onReport?: ((report: LoginReport) => unknown) | undefined;
  /** Language of hints and of what is told the operator, `'zh-CN'` or `'en'`; default `'zh-CN'`. */
  language?: string | undefined;
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  now?: (() => number) | undefined;
}

/** What `onCredentials` may decide: `false` refuses, a response is the answer, anything else signs. */
export type CredentialsVerdict = Response | boolean | undefined;

/** The handler, which is a function from requests to responses. */
export interface LoginHandler {
  (request: Request): Promise<Response>;
  /**
   * Read the private key and sign once with it, as start-up code may want to wait for: what can be seen without WebCrypto was refused
   * when the handler was made, but not a key with a wrong character in its middle.
   *
   * @throws {YdrzError} 104013, with a sentence and without a word of the key.
   */
  ready(): Promise<void>;
}
