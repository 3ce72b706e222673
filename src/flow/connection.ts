/** What `getConnection` answers: whether the phone is on the network that retrieval needs. */
export interface Connection {
  /** The application's id as it was asked with: a number stays one. */
  appid: string | number;
  /** The login's traceId; empty while there is none. */
  msgid: string;
  /** `unknown` wherever the browser does not say, as on iOS. */
  netType: 'cellular' | 'wifi' | 'unknown';
}

/** The Network Information API; Chromium on Android only. Some versions of TypeScript know it of every browser, some of none. */
export const network = (): { readonly type?: unknown; readonly saveData?: unknown } => {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return typeof connection === 'object' && connection !== null ? connection : {};
};

export const connectionType = (): Connection['netType'] => {
  const { type } = network();
  return type === 'cellular' || type === 'wifi' ? type : 'unknown';
};
