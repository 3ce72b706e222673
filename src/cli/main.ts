#!/usr/bin/env node
// `npx ydrz-elements`. Exit codes: 0 all well, 1 the doctor found something, 2 what was given cannot be worked with.
import packageJson from '../../package.json' with { type: 'json' };
import { readArguments } from './arguments.js';
import type { Command } from './command.js';
import { DOCTOR } from './doctor-command.js';
import { UsageError, lineOf } from './failure.js';
import { helpOf, overview, type Commands } from './help.js';
import { OUTPUT } from './output.js';
import { SANDBOX } from './sandbox-command.js';
import { SERVE } from './serve-command.js';

const COMMANDS: Commands = new Map([
  ['sandbox', SANDBOX],
  ['serve', SERVE],
  ['doctor', DOCTOR],
]);

const stopSignal = (): AbortSignal => {
  const controller = new AbortController();
  const stop = () => controller.abort();
  // Once: the second signal ends the process at once, as it would without us.
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return controller.signal;
};

const HELP: ReadonlySet<string> = new Set(['--help', '-h', 'help']);

/** @throws {UsageError} */
const find = (name: string): Command => {
  const command = COMMANDS.get(name);
  if (command) return command;
  const what = name.startsWith('-') ? `Unknown option '${name}'` : `There is no command "${name}"`;
  throw new UsageError(`${what}: ${[...COMMANDS.keys()].join(', ')}, or --help`);
};

/** @returns the exit code. @throws {UsageError} */
const main = async ([name = '', ...args]: readonly string[]): Promise<number> => {
  if (name === '--version' || name === '-v') {
    OUTPUT.line(packageJson.version);
    return 0;
  }
  const [asked = ''] = args;
  if (name === '' || HELP.has(name)) {
    OUTPUT.line(asked === '' ? overview(COMMANDS) : helpOf(asked, find(asked)));
    return 0;
  }
  const command = find(name);
  if (args.includes('--help') || args.includes('-h')) {
    OUTPUT.line(helpOf(name, command));
    return 0;
  }
  const given = readArguments(args, command.options);
  return command.run({ given, output: OUTPUT, environment: process.env, signal: stopSignal() });
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  OUTPUT.warn(lineOf(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
