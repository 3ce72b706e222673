import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isFields } from '../services/fields.js';
import { startBalancer } from './balancer.js';

const COPY = join(import.meta.dirname, 'business-copy.ts');

export interface Business {
  /** Where its pages and its login are, for browsers: the load balancer. No slash at the end. */
  site: string;
  /** Everything that the copies have written. */
  log(): string;
  close(): Promise<void>;
}

const portOf = async (copy: ChildProcess): Promise<number> => {
  const messages: Iterable<unknown> = await Promise.race([
    once(copy, 'message'),
    once(copy, 'exit').then(() => Promise.reject(new Error('A copy of the business server has not started'))),
  ]);
  const [message] = messages;
  if (!isFields(message) || typeof message['port'] !== 'number') throw new TypeError('Not a port');
  return message['port'];
};

/** Start some copies of the business server, each in its process, behind one load balancer. */
export const startBusiness = async (copies: number, env: Record<string, string>): Promise<Business> => {
  let log = '';
  const processes = Array.from({ length: copies }, () => {
    const copy = fork(COPY, {
      env: { ...process.env, ...env },
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [copy.stdout, copy.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (log += text));
    }
    return copy;
  });
  const balancer = await startBalancer(await Promise.all(processes.map(portOf)));
  return {
    site: `http://127.0.0.1:${String(balancer.port)}`,
    log: () => log,
    async close() {
      await balancer.close();
      const closed = processes.map((copy) => once(copy, 'close'));
      for (const copy of processes) copy.kill();
      await Promise.all(closed);
    },
  };
};
