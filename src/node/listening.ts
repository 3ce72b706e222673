/** A server that listens. */
export interface Listening {
  /** Base URL with no slash at the end. */
  readonly url: string;
  /** TCP port. */
  readonly port: number;
  /** Stop listening and drop what is open. */
  close(): Promise<void>;
  /** Stop listening, and end once everything that was asked has been answered. */
  drain(): Promise<void>;
}

export interface ListenOptions {
  /** TCP port; default 0, a free one. */
  port?: number;
  /** Address to listen at; default `127.0.0.1`. */
  host?: string;
}
