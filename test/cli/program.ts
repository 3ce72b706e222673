import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { DIST } from '../services/dist.js';
import { join } from 'node:path';

const PROGRAM = join(DIST, 'cli.js');

/** The program as it was built, running. */
export interface Program {
  process: ChildProcess;
  /** The next line of its output. */
  line(): Promise<string>;
  /** Everything that it has written so far. */
  output(): string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
}

/** Run the program; the environment has nothing of ours but what is given. */
export const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Program => {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    process: child,
    async line() {
      const next = await lines.next();
      if (next.done === true) throw new Error(`The program has ended:\n${output}`);
      return next.value;
    },
    output: () => output,
    ended: once(child, 'close').then((ended: unknown[]) => (typeof ended[0] === 'number' ? ended[0] : null)),
  };
};
