import type { Given, Options } from './arguments.js';
import type { Output } from './output.js';

/** What a command is run with. */
export interface Run {
  given: Given;
  output: Output;
  /** The environment of the process. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Fires when the command is to end: SIGINT or SIGTERM. */
  signal: AbortSignal;
}

/** A command of the program. */
export interface Command {
  /** In a few words, for the list of commands. */
  summary: string;
  /** More lines for its own help. */
  details: readonly string[];
  example: string;
  options: Options;
  /** @returns the exit code. @throws {UsageError} */
  run(run: Run): Promise<number>;
}

/** Until the command is to end. */
export const untilStopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
