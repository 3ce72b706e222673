import type { Given } from './arguments.js';
import type { Run } from './command.js';
import { readEnvironmentFile, readNamedFile, type Environment } from './env-file.js';
import { UsageError } from './failure.js';

/** The options by which commands are told an application. */
export const APPLICATION_OPTIONS = {
  env: { value: 'file', help: 'read the environment from a file of .env lines first' },
  'app-id': { value: 'id', help: 'default APP_ID of the environment' },
  key: { value: 'file', help: 'the RSA key; default PRIVATE_KEY_FILE, or PRIVATE_KEY itself' },
  gateway: { value: 'address', help: 'default GATEWAY, else the live service' },
} as const;

/** Settings by name: options first, then the environment, then the file. The option is `''` for a variable that no option of text stands for. */
export interface Settings {
  get(option: string, variable: string): string | undefined;
  /** @throws {UsageError} when it is nowhere. */
  need(option: string, variable: string): string;
}

/** @throws {UsageError} when the file cannot be read. */
export const settingsOf = async ({
  given,
  environment,
}: Pick<Run, 'given' | 'environment'>): Promise<Settings> => {
  const file = given.one('env');
  const more: Environment = file === undefined ? new Map<string, string>() : await readEnvironmentFile(file);
  const get = (option: string, variable: string) =>
    valueOf(given, option) ?? (environment[variable] || more.get(variable) || undefined);
  return {
    get,
    need(option, variable) {
      const value = get(option, variable);
      if (value !== undefined) return value;
      const where = option === '' ? variable : `--${option} or ${variable}`;
      throw new UsageError(`${variable} is missing: set ${where}, in the environment or in --env`);
    },
  };
};

const valueOf = (given: Given, option: string): string | undefined =>
  option === '' ? undefined : given.one(option);

/** The text of the private key; undefined where none is named. @throws {UsageError} when its file cannot be read. */
export const privateKeyOf = async (settings: Settings): Promise<string | undefined> => {
  const file = settings.get('key', 'PRIVATE_KEY_FILE');
  return file === undefined ? settings.get('', 'PRIVATE_KEY') : readNamedFile(file, 'The key');
};
