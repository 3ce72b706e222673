import { readFile, stat, writeFile } from 'node:fs/promises';
import { UsageError } from './failure.js';

/** Names and values, as in `process.env`. */
export type Environment = ReadonlyMap<string, string>;

const NAME = /^(?:export\s+)?([A-Za-z_]\w*)$/;

/** A value in quotes, and what may follow it. */
const QUOTED = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(?:#.*)?$/s;

/** The lines; one whose value is in double quotes may go on over the next. */
const LINES = /(?:[^\n=]*=[^\S\n]*"(?:[^"\\]|\\[^\n])*"[^\n]*|[^\n]*)(?:\n|$)/gy;

const unquoted = (text: string): string =>
  text.replace(/\\(.)/g, (_all, character: string) => (character === 'n' ? '\n' : character));

const nameIn = (line: string): string | undefined =>
  NAME.exec(line.slice(0, Math.max(line.indexOf('='), 0)).trim())?.[1];

/** Read `.env` lines. In double quotes `\n` is the end of a line. */
export const parseEnvironment = (text: string): Environment => {
  const found = new Map<string, string>();
  for (const line of text.match(LINES) ?? []) {
    const name = nameIn(line);
    if (name === undefined) continue;
    const value = line.slice(line.indexOf('=') + 1).trim();
    const [, double, single] = QUOTED.exec(value) ?? [];
    const [bare = ''] = value.split('#', 1);
    found.set(name, double === undefined ? (single ?? bare.trim()) : unquoted(double));
  }
  return found;
};

/** A value as a `.env` line writes it. */
const quoted = (value: string): string =>
  /^[\w./:@-]*$/.test(value) ? value : `"${value.trim().replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;

const lineOf = ([name, value]: readonly [string, string]): string => `${name}=${quoted(value)}\n`;

export const formatEnvironment = (environment: Environment): string => [...environment].map(lineOf).join('');

/** The text of a `.env` file with other values for some names; all else in it stays as somebody has written it. */
export const updateEnvironment = (text: string, changes: Environment): string => {
  const missing = new Map(changes);
  const lines = (text.match(LINES) ?? []).map((line) => {
    const name = nameIn(line);
    const value = name === undefined ? undefined : changes.get(name);
    if (name === undefined || value === undefined) return line;
    missing.delete(name);
    return parseEnvironment(line).get(name) === value ? line : lineOf([name, value]);
  });
  const kept = lines.join('');
  return (kept === '' || kept.endsWith('\n') ? kept : `${kept}\n`) + formatEnvironment(missing);
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'what stands before its name is no folder'],
  ['EACCES', 'this user may not'],
  ['EPERM', 'this user may not'],
  ['EROFS', 'the disk is read-only'],
]);

const reasonOf = (error: unknown): string => REASONS.get(codeOf(error)) ?? String(error);

/** The text of a file that somebody has named. @throws {UsageError} when it cannot be read. */
export const readNamedFile = async (path: string, what: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${what} "${path}" cannot be read: ${reasonOf(error)}`);
  }
};

/** A file of `.env` lines. @throws {UsageError} when it cannot be read. */
export const readEnvironmentFile = async (path: string): Promise<Environment> =>
  parseEnvironment(await readNamedFile(path, '--env'));

/** The text of a file; empty where there is none yet. @throws {UsageError} when it cannot be read. */
export const readIfThere = async (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '';
    throw new UsageError(`--env "${path}" cannot be read: ${reasonOf(error)}`);
  });

/** Whether others than a file's owner may read it; Windows has no such modes. */
export const othersMayRead = async (path: string): Promise<boolean> =>
  process.platform !== 'win32' && ((await stat(path)).mode & 0o044) !== 0;

/** Write a file that, where it is new, its owner alone may read: it holds keys. One that is there keeps its mode, which is somebody's choice. @throws {UsageError} when it cannot be written. */
export const writeEnvironmentFile = (path: string, text: string): Promise<void> =>
  writeFile(path, text, { mode: 0o600 }).catch((error: unknown) => {
    const why = codeOf(error) === 'ENOENT' ? 'there is no such folder' : reasonOf(error);
    throw new UsageError(`--env "${path}" cannot be written: ${why}`);
  });
