import { createServer, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { listenerOf, type Answer } from './listener.js';
import type { Listening, ListenOptions } from './listening.js';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Connections that may wait for their turn. The system's default is 511, which a load test is beyond. */
const BACKLOG = 2048;

/** Milliseconds that an idle connection is kept: a client that uses one again just as it is being closed would lose its request. */
const KEEP_ALIVE = 60_000;

/** @throws {RangeError} for a host beyond this machine. */
export const demandLoopback = (host: string): void => {
  if (!LOOPBACK.has(host)) throw new RangeError(`It listens on loopback only, not on "${host}"`);
};

/** By what name a host that is listened on is reached from this machine. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['127.0.0.1', 'localhost'],
  ['0.0.0.0', 'localhost'],
  ['::', 'localhost'],
]);

const urlOf = (host: string, port: number): string =>
  `http://${NAMES.get(host) ?? (host.includes(':') ? `[${host}]` : host)}:${port}`;

/**
 * Serve a web-standard handler.
 *
 * @throws {Error} with a `code` such as EADDRINUSE from the system.
 */
export const listen = async (
  answer: Answer,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
): Promise<Listening> => {
  const connections = new Set<Socket>();
  const answering = new Set<ServerResponse>();
  let draining = false;
  // Not the server's own `closeIdleConnections`: a connection that a browser opened ahead and has not used yet is not idle to it.
  const dropUnused = (): void => {
    const used = new Set([...answering].map(({ req }) => req.socket));
    for (const connection of connections) if (!used.has(connection)) connection.destroySoon();
  };
  const listener = listenerOf(answer);
  const server = createServer((incoming, outgoing) => {
    answering.add(outgoing);
    if (draining) outgoing.setHeader('connection', 'close');
    outgoing.once('close', () => {
      answering.delete(outgoing);
      if (draining) dropUnused();
    });
    void listener(incoming, outgoing);
  });
  server.on('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, BACKLOG, resolve);
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('The server has no TCP port');
  const closed = new Promise<void>((resolve) => {
    server.once('close', resolve);
  });
  return {
    url: urlOf(host, address.port),
    port: address.port,
    close() {
      server.close();
      server.closeAllConnections();
      return closed;
    },
    drain() {
      draining = true;
      server.close();
      dropUnused();
      return closed;
    },
  };
};
