/** Every exchange that the browser makes with the service, by the name that its hop bears. */
export type ExchangeName =
  'cm' | 'ct-phonescrip' | 'ct-callback' | 'cu-phonescrip' | 'cu-callback' | 'page-option' | 'token';

/** The carriers as they are named on the wire: China Mobile, China Telecom, China Unicom. */
export type Operator = 'CM' | 'CT' | 'CU';

/** An agreement that the user is asked to accept. */
export interface Agreement {
  /** Text of the link. */
  name: string;
  /** http(s) address of the agreement. */
  url: string;
}

/** What the business server signs for one login. */
export interface Credentials {
  /** The application's id, when the server decides it. */
  appId?: string;
  /** `MD5(appId + businessType + msgId + timestamp + traceId + version + appkey)`, lower-case hex. */
  sign: string;
  /** Unique per request; it is the msgId too. */
  traceId: string;
  /** 17 digits, `yyyyMMddHHmmssSSS`. */
  timestamp: string;
  /** Interface version; default `'2.0'`. */
  version?: string;
}

/** The parameters that every retrieval request is built from. */
export interface RetrievalParameters {
  appId: string;
  version: string;
  traceId: string;
  timestamp: string;
  sign: string;
  authPageType: string;
  /** Absent where the page gives none: it is not sent then. */
  expandParams?: string | undefined;
  userInformation: string;
}

/** A successful retrieval: the masked number and what buys a token for it. */
export interface Retrieval {
  operator: Operator;
  /** The temporary credential. */
  accessToken: string;
  /** Such as `138****8000`. */
  maskPhone: string;
  /** Address of the service's hosted authorization page; may be empty. */
  authPageUrl: string;
  /** `'4'` digits, `'1'` button only, `'5'` a screen of the application's own. */
  authLevel: string;
  /** The application's registered name; may be empty. */
  appName: string;
  /** Agreements set at the service (customerPrivacyConfig), without the carrier's own. */
  agreements: readonly Agreement[];
}

/** One request as the page's own monitoring sees it; it never holds a number or a token. */
export interface Hop {
  /** The exchange's name: one of the endpoint table's, a carrier's script (`ct-script`) or `credentials`. */
  name: string;
  /** The address without query and fragment. */
  url: string;
  /** Milliseconds on the page's own clock (`performance.now()`). */
  start: number;
  /** Milliseconds. */
  duration: number;
  /** The return code of the answer, or the code that the failure counts as. */
  code: string;
}

/** What the page allows the carriers' scripts, the one foreign code that a login runs. */
export interface ScriptRules {
  /** False where the page allows none: China Telecom and China Unicom are left out then. */
  allowed: boolean;
  /** Host names (or `*.example.com`) that the known hosts, and those that the page's code has allowed, are narrowed down to. */
  hosts?: readonly string[] | undefined;
  /** Nonce for the script elements, for pages whose policy asks for one. */
  nonce?: string | undefined;
}

/** How a request is made: where to, how long, who watches. */
export interface Wire {
  /** Full address of a named exchange. */
  url(name: ExchangeName): string;
  /** Milliseconds for one request, as {@link inTime} takes them. */
  timeout: number | undefined;
  scripts: ScriptRules;
  onHop?: ((hop: Hop) => void) | undefined;
}

/** Asks one carrier for the number. */
export type AskCarrier = (
  wire: Wire,
  parameters: RetrievalParameters,
  signal: AbortSignal,
) => Promise<Retrieval>;
