import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findOnPath, isExecutable } from '../../browser/find-browser.js';
import { command } from './webdriver.js';
import { manageSettings, type Settings } from './x-settings.js';

const LIBRARIES = '/usr/lib';
const PATIENCE = 60_000;

/** A browser's driver on a screen of its own. */
export interface Driver {
  url: string;
  /** Tells the browser the user's settings. */
  set: (settings: Settings) => void;
  stop(): void;
}

/** MiniBrowser stands beside the library, in a folder that is named after architecture and version. */
export function findMiniBrowser(): string | undefined {
  const isFolder = (name: string) => /^webkit2?gtk-[\d.]+$/.test(name);
  return readdirSync(LIBRARIES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith('-linux-gnu'))
    .flatMap(({ name }) =>
      readdirSync(join(LIBRARIES, name))
        .filter(isFolder)
        .map((found) => join(LIBRARIES, name, found)),
    )
    .sort()
    .reverse()
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable);
}

function find(program: string): string {
  const path = findOnPath([program]);
  if (path === undefined)
    throw new Error(`${program} is not here: install Debian's webkit2gtk-driver and xvfb`);
  return path;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('There is no free port');
  return address.port;
}

function start(path: string, args: readonly string[], stdio: StdioOptions, env = process.env): ChildProcess {
  const child = spawn(path, args, { stdio, env });
  child.on('error', (error) => console.error(error.message));
  return child;
}

/**
 * Where the screen's own pointer rests, in pixels: in its middle. Without a window manager the window under the pointer has the
 * focus, so windows are put there. No test moves it: WebDriver's mouse is another one.
 */
export const POINTER = { x: 1600, y: 1600 } as const;

/** Starts a screen that nobody sees; it picks its own number and says it. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const size = `${2 * POINTER.x}x${2 * POINTER.y}x24`;
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp'];
  const screen = start(find('Xvfb'), args, ['ignore', 'ignore', 'ignore', 'pipe']);
  const pipe = screen.stdio[3];
  if (pipe == null) throw new Error('Xvfb has no pipe for its number');
  const said: unknown[] = await once(pipe, 'data', { signal: AbortSignal.timeout(PATIENCE) });
  return { screen, display: `:${String(said[0]).trim()}` };
}

/** The bar's buttons alone would keep the window 447 px wide; this makes it as narrow as any phone. */
const SMALL_BAR = 'headerbar *, toolbar *, box * { font-size: 1px; min-width: 0; padding: 0; margin: 0; }\n';

/** A configuration of our own, so that the user's does not change the tests. */
function writeConfiguration(): string {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), SMALL_BAR);
  return folder;
}

const NOBODY = 'http://127.0.0.1:9';

/**
 * Everything but loopback goes to a port where nobody listens, so that no test can lean on the network. The environment says
 * so, because MiniBrowser crashes now and then when it reads a list of exceptions from WebDriver's capabilities.
 */
const NOWHERE = Object.fromEntries(
  Object.entries({
    http_proxy: NOBODY,
    https_proxy: NOBODY,
    all_proxy: NOBODY,
    no_proxy: 'localhost,127.0.0.1',
  }).flatMap(([name, value]) => [
    [name, value],
    [name.toUpperCase(), value],
  ]),
);

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      await command(url, '/status', 'GET');
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(50);
    }
  }
}

/** Starts Xvfb and WebKitWebDriver. Both end with `stop`, and with this process at the latest. */
export async function startDriver(): Promise<Driver> {
  const configuration = writeConfiguration();
  const children: ChildProcess[] = [];
  const stop = () => {
    process.removeListener('exit', stop);
    for (const child of children) child.kill();
    rmSync(configuration, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const { screen, display } = await startScreen();
  children.push(screen);
  const set = await manageSettings(display);
  const port = await freePort();
  const environment = {
    ...process.env,
    ...NOWHERE,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    XDG_CONFIG_HOME: configuration,
    // Nothing of the user's desktop is asked, which may not be there to answer.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    GSETTINGS_BACKEND: 'memory',
    XDG_CURRENT_DESKTOP: '',
    NO_AT_BRIDGE: '1',
  };
  children.unshift(start(find('WebKitWebDriver'), [`--port=${port}`], 'ignore', environment));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  return { url, set, stop };
}
