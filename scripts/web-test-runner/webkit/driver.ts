import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findOnPath } from '../../browser/find-browser.js';

/** Milliseconds after which a browser that says nothing has got stuck, even on a busy machine. */
const PATIENCE = 120_000;

/**
 * Where the screen's own pointer rests, in pixels: in its middle. Without a window manager the window under the pointer has the
 * focus, so windows are put there. No test moves it: WebDriver's mouse is another one.
 */
export const POINTER = { x: 1600, y: 1600 } as const;

/** WebKitWebDriver on a screen of its own. */
export interface Driver {
  url: string;
  stop(): void;
}

/**
 * Sends a command of https://www.w3.org/TR/webdriver2/, with `patience` in milliseconds.
 * @throws Error with the driver's own words when it refuses.
 */
export async function command(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  parameters: object = {},
  patience = PATIENCE,
): Promise<unknown> {
  const body = method === 'POST' ? { body: JSON.stringify(parameters) } : {};
  const response = await fetch(url, { method, signal: AbortSignal.timeout(patience), ...body });
  const answer: unknown = await response.json();
  const value: unknown = answer instanceof Object && 'value' in answer ? answer.value : answer;
  if (!response.ok) throw new Error(`WebDriver ${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/**
 * A configuration of our own, so that the user's does not change the tests. The bar's buttons alone would keep the window 447 px
 * wide; this makes it as narrow as any phone. Motion is out of the tests' way.
 */
function writeConfiguration(): string {
  const folder = mkdtempSync(join(tmpdir(), 'webkit-'));
  mkdirSync(join(folder, 'gtk-3.0'));
  const small = 'headerbar *, toolbar *, box * { font-size: 1px; min-width: 0; padding: 0; margin: 0; }\n';
  writeFileSync(join(folder, 'gtk-3.0/gtk.css'), small);
  writeFileSync(join(folder, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  return folder;
}

const NOBODY = 'http://127.0.0.1:9';

const environmentOf = (display: number, configuration: string): NodeJS.ProcessEnv => ({
  ...process.env,
  // Everything but loopback goes to a port where nobody listens, so that no test can lean on the network.
  ...{ http_proxy: NOBODY, https_proxy: NOBODY, all_proxy: NOBODY, no_proxy: 'localhost,127.0.0.1' },
  DISPLAY: `:${display}`,
  GDK_BACKEND: 'x11',
  XDG_CONFIG_HOME: configuration,
  // Nothing of the user's desktop is asked, which may not be there to answer.
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
  GSETTINGS_BACKEND: 'memory',
  XDG_CURRENT_DESKTOP: '',
  NO_AT_BRIDGE: '1',
});

/** Starts Xvfb and WebKitWebDriver, which finds its MiniBrowser. Both end with `stop`, and with this process at the latest. */
export async function startDriver(): Promise<Driver> {
  const [xvfb, driver] = [findOnPath(['Xvfb']), findOnPath(['WebKitWebDriver'])];
  if (!xvfb || !driver) throw new Error("WebKit is not here: install Debian's webkit2gtk-driver and xvfb");
  const configuration = writeConfiguration();
  const children: ChildProcess[] = [];
  const stop = () => {
    process.removeListener('exit', stop);
    for (const child of children) child.kill();
    rmSync(configuration, { recursive: true, force: true });
  };
  process.once('exit', stop);
  // The screen picks its own number and says it.
  const size = `${2 * POINTER.x}x${2 * POINTER.y}x24`;
  const screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(screen);
  const said: unknown[] = await once(screen.stdout, 'data', { signal: AbortSignal.timeout(PATIENCE) });
  const display = Number(String(said[0]));
  // No other screen has this number, so no other driver has this port.
  const port = 14_000 + display;
  const env = environmentOf(display, configuration);
  children.unshift(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env }));
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      await command('GET', `${url}/status`);
      return { url, stop };
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(50);
    }
  }
}
