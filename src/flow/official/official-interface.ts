import type { DocumentedError } from '../../codes/ydrz-error.js';
import type { Connection } from '../connection.js';

/**
 * The documented interface of the official script, its global `YDRZAuthLogin`. The facade offers it, the official
 * driver uses it. Everything that a page hands in may be missing or of another type: pages are sloppy.
 */
export interface AuthLogin {
  /** Retrieve the number, ask the user, get the token. Ignored while another one runs. */
  getTokenInfo(request: TokenInfoRequest): void;
  /** Get the token for a number retrieved at level 5. */
  authGetToken(request: AuthTokenRequest): void;
  /** What kind of network the phone is on. */
  getConnection(appId?: string | number): Connection;
  /** Stop: what runs ends with 503. */
  endGetToken(): void;
  /** Before getTokenInfo with authPageType 2: where the layer goes without a mask, and its options. */
  CustomControlsInit(containerId: string, options?: unknown): void;
  /** Get the token with what is filled in in the layer without a mask. */
  authGetTokenByLayer(
    success?: Callback<TokenSuccess> | LayerCallbacks,
    error?: Callback<DocumentedError>,
  ): void;
  /** Before getTokenInfo with authPageType 3: the page's options. */
  authPageInit(options?: unknown): void;
}

export type Callback<Result> = (result: Result) => void;

/** The callbacks of authGetTokenByLayer as one object, which is how the guide writes them down. */
export interface LayerCallbacks {
  success?: Callback<TokenSuccess> | undefined;
  error?: Callback<DocumentedError> | undefined;
}

/** `data` of getTokenInfo. */
export interface TokenInfoData {
  /** `'2.0'`. */
  version?: string;
  appId: string | number;
  /** `MD5(appId + businessType + msgId + timestamp + traceId + version + appkey)`, made by the business server. */
  sign: string;
  /** Unique per request; it is the msgId too. */
  traceId: string;
  /** 17 digits, `yyyyMMddHHmmssSSS`. */
  timestamp: string;
  /** `'1'`. Of no use: the carriers are asked in turn, whatever it says. */
  openType?: string | number;
  /** `name=value` pairs joined with `|`. */
  expandParams?: string | undefined;
  /** `'1'` standard popup, `'2'` custom popup, `'3'` custom page, anything else the standard page. */
  authPageType?: string | number;
  /** `'0'`: the service's test line. */
  isTest?: string | number;
  /** Fields that are of no use here, such as `devInfo` and `setReturn`. */
  [field: string]: unknown;
}

export interface TokenInfoRequest {
  data: TokenInfoData;
  success?: Callback<TokenInfoSuccess> | undefined;
  error?: Callback<DocumentedError> | undefined;
  /** authPageType 2: the digits are complete and the agreement is ticked. */
  layerCallback?: Callback<LayerNotice> | undefined;
}

/** `data` of authGetToken. */
export interface AuthTokenData {
  version?: string;
  appId: string | number;
  traceId: string;
  accessToken: string;
  maskPhone: string;
  /** The hidden digits. */
  maskVal: string | number;
  expandParams?: string | undefined;
  [field: string]: unknown;
}

export interface AuthTokenRequest {
  data: AuthTokenData;
  success?: Callback<TokenSuccess> | undefined;
  error?: Callback<DocumentedError> | undefined;
}

/** A token. */
export interface TokenSuccess {
  code: '103000';
  message: string;
  token: string;
  /** To be sent to token validation exactly as it is. */
  userInformation: string;
  msgId: string;
}

/** The layer without a mask is up (from `success`), or filled in (from `layerCallback`). */
export interface LayerNotice {
  code: '103000';
  message: string;
  msgId: string;
}

/** A number retrieved at level 5, for a screen of the page's own and authGetToken. */
export interface NumberSuccess {
  code: '103000';
  message: string;
  msgId: string;
  accessToken: string;
  maskPhone: string;
  /** `CM`, `CT` or `CU`. */
  oper: string;
}

export type TokenInfoSuccess = TokenSuccess | LayerNotice | NumberSuccess;

declare global {
  interface Window {
    /** The official script's global, or the facade's. */
    YDRZAuthLogin?: AuthLogin | undefined;
  }
}
