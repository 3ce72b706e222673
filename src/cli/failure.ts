/** What a command cannot work with: one line on stderr, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Why the system does not let a program listen, by its code. */
const LISTENING: ReadonlyMap<string, (what: string) => string> = new Map([
  ['EADDRINUSE', (what) => `Port ${what} is in use: stop what runs there, or choose another with --port`],
  ['EACCES', (what) => `Port ${what} may not be used: choose another with --port`],
  ['EADDRNOTAVAIL', (what) => `${what} is no address of this machine: choose another with --host`],
  ['ENOTFOUND', (what) => `${what} is no address: choose another with --host`],
]);

const textOf = (error: object, name: 'code' | 'port' | 'address' | 'hostname'): string => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** A failure to listen as a UsageError that says what to do; any other as it is. */
export const explainListening = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const code = textOf(error, 'code');
  const isAboutHost = code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND';
  const what = isAboutHost ? textOf(error, 'address') || textOf(error, 'hostname') : textOf(error, 'port');
  const sentence = LISTENING.get(code)?.(what);
  return sentence === undefined ? error : new UsageError(sentence);
};

/** A text of several lines as one. */
export const oneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');

/** What was thrown, with the reason behind it where there is one: `fetch failed (connect ECONNREFUSED 127.0.0.1:1)`. */
export const withCause = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
};

/** One line, whatever was thrown. */
export const lineOf = (error: unknown): string =>
  oneLine(error instanceof Error ? error.message : String(error));
