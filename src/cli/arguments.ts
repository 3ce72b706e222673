import { parseArgs } from 'node:util';
import { UsageError, oneLine } from './failure.js';

/** How an option is given, and what the help says about it. */
interface OptionSpec {
  /** The value's name in the help; without one the option is a switch. */
  value?: string;
  /** May be given more than once. */
  many?: boolean;
  help: string;
}

export type Options = Readonly<Record<string, OptionSpec>>;

/** What was given on the command line. */
export interface Given {
  /** The value of an option that may be given once. */
  one(name: string): string | undefined;
  many(name: string): readonly string[];
  has(name: string): boolean;
}

/** parseArgs says what is wrong and then, in further sentences, how else it could have been meant: those are left out. */
const firstSentence = (message: string): string => oneLine(message.replace(/\.\s.*$/s, ''));

/** @throws {UsageError} */
export const readArguments = (args: readonly string[], options: Options): Given => {
  const config = Object.fromEntries(
    Object.entries(options).map(
      ([name, { value }]) =>
        [name, { type: value === undefined ? 'boolean' : 'string', multiple: true }] as const,
    ),
  );
  const read = () => {
    try {
      return parseArgs({ args: [...args], options: config, strict: true, allowPositionals: true });
    } catch (error) {
      throw new UsageError(error instanceof Error ? firstSentence(error.message) : String(error));
    }
  };
  const { values, positionals } = read();
  const [odd] = positionals;
  if (odd !== undefined) throw new UsageError(`Unexpected argument "${odd}"`);
  const many = (name: string): readonly string[] => {
    const value = values[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  };
  for (const [name, { many: isMany }] of Object.entries(options)) {
    if (!isMany && many(name).length > 1) throw new UsageError(`--${name} is given more than once`);
    if (many(name).includes('')) throw new UsageError(`--${name} is empty`);
  }
  return { many, one: (name) => many(name).at(-1), has: (name) => values[name] !== undefined };
};

/** @throws {UsageError} */
export const readPort = (text: string, name: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${name} is not a port number: "${text}"`);
};

/** @throws {UsageError} */
export const readMilliseconds = (text: string, name: string): number => {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`${name} is not a number of milliseconds: "${text}"`);
};

/** @throws {UsageError} unless it is a full http or https address. */
export const readAddress = (text: string, name: string): URL => {
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (!url)
    throw new UsageError(`${name} is not a full address such as https://shop.example/login: "${text}"`);
  return url;
};
