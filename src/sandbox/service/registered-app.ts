/** An application as it is registered with the service. */
export interface RegisteredApp {
  /** The id that requests name it by. */
  appId: string;
  /** The secret of signatures and of the encrypted number; at least 16 characters. */
  appKey: string;
  /** The name shown to users. */
  appName: string;
  /** PEM (SPKI) of the RSA key that token validation's signatures are checked with. */
  publicKey: string;
  /** The look of the standard popup, answered by getPageOption; default: nothing set. */
  pageOption?: Readonly<Record<string, unknown>>;
  /** The business's own agreements, name → address; default none. */
  customerPrivacyConfig?: Readonly<Record<string, string>>;
  /** Addresses from which the application's server may validate tokens (104017 from others); default any. */
  serverAddresses?: readonly string[];
  /** Whether the application may use the service: `none` 104003 and 110023, `expired` 104004 and 110025; default `valid`. */
  entitlement?: 'valid' | 'none' | 'expired';
}
