import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Runs a file of this folder in a process of its own, and takes what it says in the end.
 *
 * @throws {Error} when the load has not come to an end.
 */
export const runCrowd = async <Outcome>(
  file: string,
  isOutcome: (value: unknown) => value is Outcome,
  args: readonly string[] = [],
): Promise<Outcome> => {
  const crowd = fork(join(import.meta.dirname, file), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const messages: Iterable<unknown> = await Promise.race([
    once(crowd, 'message'),
    once(crowd, 'exit').then(() => Promise.reject(new Error('The load has ended without an outcome'))),
  ]);
  const [outcome] = messages;
  if (!isOutcome(outcome)) throw new TypeError('Not an outcome');
  return outcome;
};
