import { accessSync, constants, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Names on the PATH, best first: the headless shell is the fastest and makes no requests of its own. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/** Where installers that leave the PATH alone put the browser, by system. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
    ['Google Chrome', 'Chromium'].map((name) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((variable) =>
    join(process.env[variable] ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
};

/** Where `npm test` puts a browser that it had to fetch; `npm ci` removes it with the other packages. */
export const OWN_FOLDER = join(import.meta.dirname, '../../node_modules/.cache/browser');

/** The file in `OWN_FOLDER` that holds the path of the program, which differs by system. */
export const OWN_PATH = join(OWN_FOLDER, 'path.txt');

function findOwn(): string | undefined {
  try {
    const path = readFileSync(OWN_PATH, 'utf8').trim();
    return isExecutable(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file exists and may be run by this user. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first of `names` that can be run from the PATH, as a full path. */
export function findOnPath(names: readonly string[]): string | undefined {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isExecutable);
}

/**
 * The Chrome or Chromium to test with: `CHROME_PATH` if set, else the first one found.
 * @throws Error when `CHROME_PATH` names something that cannot be run, rather than to test with another browser.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!isExecutable(chosen)) throw new Error(`CHROME_PATH is ${chosen}, which cannot be run`);
    return chosen;
  }
  return findOnPath(NAMES) ?? PLACES[process.platform]?.find(isExecutable) ?? findOwn();
}

/** Whether a browser has no window and takes no `--headless=new`. */
export function isHeadlessShell(executablePath: string): boolean {
  return executablePath.includes('headless-shell');
}

/**
 * The browser's own sandbox works neither for root nor for a program that no system package has set up. There the browser starts with
 * these arguments alone.
 */
export function sandboxArguments(executablePath: string): string[] {
  return process.getuid?.() === 0 || executablePath.startsWith(OWN_FOLDER) ? ['--no-sandbox'] : [];
}
