import type { ServerType } from '@hono/node-server';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Connections that may wait for their turn: more than a load test opens at once. The system's default is 511. */
const BACKLOG = 2048;

export interface Listening {
  /** Base URL with no slash at the end. */
  url: string;
  port: number;
  /** Stop listening and drop what is open. */
  close(): Promise<void>;
}

/**
 * Listen on loopback: nothing of the demo may be reached from another machine.
 *
 * @throws {RangeError} for a host beyond loopback. {Error} with a `code` such as EADDRINUSE from the system.
 */
export const listen = async (server: ServerType, port: number, host = '127.0.0.1'): Promise<Listening> => {
  if (!LOOPBACK.has(host)) throw new RangeError(`The demo listens on loopback only, not on ${host}`);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, BACKLOG, resolve);
  });
  // A busy client may use a connection again long after: one that is just being closed would cost it its request.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 60_000;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no TCP port');
  return {
    url: `http://localhost:${String(address.port)}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
};
