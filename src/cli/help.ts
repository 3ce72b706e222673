import type { Command } from './command.js';

/** The commands by name. */
export type Commands = ReadonlyMap<string, Command>;

export const overview = (commands: Commands): string =>
  [
    'Usage: ydrz-elements <command> [options]',
    '',
    ...[...commands].map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`),
    '',
    'ydrz-elements <command> --help says more. --version prints the version.',
  ].join('\n');

export const helpOf = (name: string, { summary, details, example, options }: Command): string => {
  const rows = Object.entries({ ...options, help: { help: 'print this' } }).map(
    ([option, { value, help }]: [string, { value?: string; help: string }]) =>
      [`--${option}${value === undefined ? '' : ` <${value}>`}`, help] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  return [
    `Usage: ydrz-elements ${name} [options]`,
    '',
    summary + '.',
    ...details,
    '',
    ...rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`),
    '',
    `Example: ${example}`,
  ].join('\n');
};
