/** What `getConnection` answers: whether the phone is on the network that retrieval needs. */
export interface Connection {
  appid: string;
  /** The login's traceId; empty while there is none. */
  msgid: string;
  /** `unknown` wherever the browser does not say, as on iOS. */
  netType: 'cellular' | 'wifi' | 'unknown';
}

declare global {
  interface Navigator {
    /** The Network Information API; Chromium on Android only. */
    readonly connection?: { readonly type?: string; readonly saveData?: boolean };
  }
}

export const connectionType = (): Connection['netType'] => {
  const type = navigator.connection?.type;
  return type === 'cellular' || type === 'wifi' ? type : 'unknown';
};
