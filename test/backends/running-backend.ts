import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A business server in a process of its own. */
export interface RunningBackend {
  port: number;
  /** Base URL with no slash at the end. */
  url: string;
  /** Everything that it has written. */
  log(): string;
  close(): Promise<void>;
}

export type Environment = Readonly<Record<string, string>>;

/** A far time zone and a plain locale, as on many a server: nothing may depend on either. */
const SURROUNDINGS = { TZ: 'America/New_York', LC_ALL: 'C', LANG: 'C', PHP_CLI_SERVER_WORKERS: '4' };

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('No TCP port');
  return address.port;
};

const run = ([program = '', ...rest]: readonly string[], env: Environment) => {
  // A group of its own, so that what it has started ends with it.
  const child = spawn(program, rest, {
    env: { ...process.env, ...SURROUNDINGS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      child.emit('said');
    });
  }
  return { child, log: () => log, ended: once(child, 'close') };
};

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Run a command that ends by itself; its exit code and what it has written. */
export const runToEnd = async (command: readonly string[], env: Environment) => {
  const { child, log, ended } = run(command, env);
  await ended;
  return { code: child.exitCode, log: log() };
};

/** @throws {Error} with its output, when it ends in place of listening. */
export const startBackend = async (
  command: (port: number) => readonly string[],
  env: Environment,
): Promise<RunningBackend> => {
  const port = await freePort();
  const { child, log, ended } = run(command(port), { ...env, PORT: String(port) });
  void ended.then(() => child.emit('said'));
  while (!log().includes(`127.0.0.1:${String(port)}`)) {
    if (hasEnded(child)) throw new Error(`It does not start: ${log()}`);
    await once(child, 'said');
  }
  return {
    port,
    url: `http://localhost:${String(port)}`,
    log,
    async close() {
      if (!hasEnded(child) && child.pid !== undefined) process.kill(-child.pid);
      await ended;
    },
  };
};
