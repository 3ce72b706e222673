/** What the scripted service answers one request with. */
export type ScriptedAnswer =
  | { json: object }
  /** A carrier's script. */
  | { script: string }
  | { html: string; status: number }
  /** Nothing, until the page gives up. */
  | { silence: true }
  /** The connection is reset in the middle of the answer. */
  | { reset: true };

/** The requests of the protocol that a page makes, by the names that hops have. */
export const PATHS = {
  cm: '/h5/httpsPreGetmobile',
  'ct-phonescrip': '/h5/onekeylogin/getNewTelecomPhonescrip',
  'ct-script': '/gateway/ct',
  'ct-callback': '/h5/onekeylogin/CTCallback',
  'cu-phonescrip': '/h5/onekeylogin/getNewUnicomPhonescrip',
  'cu-script': '/gateway/cu',
  'cu-callback': '/h5/onekeylogin/CUCallback',
  'page-option': '/h5/onekeylogin/getPageOption',
  token: '/h5/onekeylogin/authGetToken',
} as const;

export type RequestName = keyof typeof PATHS;

/** Answers by request, used in turn; a request beyond them is answered with status 501. */
export type Script = Partial<Record<RequestName, ScriptedAnswer[]>>;

/** A request as it came, preflights left out. */
export interface RecordedRequest {
  name: string;
  method: string;
  /** Names in lower case; without those that belong to the browser and the connection alone. */
  headers: Record<string, string>;
  /** The JSON body; `null` where there was none. */
  body: unknown;
  /** The text that was sealed in `body.reqdata`, opened. */
  sealed?: unknown;
}
