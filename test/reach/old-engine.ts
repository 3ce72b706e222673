import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseFields, textAt } from '../services/fields.js';
import type { Fetched } from './fetch-engine.js';
import { DevTools } from './devtools.js';
import { EnginePage } from './engine-page.js';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--no-first-run',
  '--remote-debugging-port=0',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

const LISTENING = /DevTools listening on ws:\/\/([^/]+)\//;

/** A running browser that speaks nothing but the DevTools protocol. */
export class OldEngine {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #host: string;

  private constructor(browser: ChildProcess, profile: string, host: string) {
    this.#process = browser;
    this.#profile = profile;
    this.#host = host;
  }

  /** @throws {Error} with what the browser said when it does not start. */
  static async start({ program, libraries }: Fetched): Promise<OldEngine> {
    const profile = await mkdtemp(join(tmpdir(), 'ydrz-reach-'));
    const env = {
      ...process.env,
      LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    };
    const child = spawn(program, [...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
      env,
      // A group of its own: what is started may be a script around the browser, which would outlive it.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    for await (const line of createInterface(child.stderr)) {
      said.push(line);
      const [, host] = LISTENING.exec(line) ?? [];
      if (host === undefined) continue;
      child.stderr.resume();
      return new OldEngine(child, profile, host);
    }
    throw new Error(`${program} does not start:\n${said.join('\n')}`);
  }

  /** What it calls itself, such as `HeadlessChrome/66.0.3347.0`. */
  async version(): Promise<string> {
    const answer = await fetch(`http://${this.#host}/json/version`);
    return textAt(parseFields(await answer.text()), 'Browser') ?? '';
  }

  /** Open an address in a page of a phone's size. */
  async open(url: string): Promise<EnginePage> {
    // Chrome takes nothing but PUT since 111, and looked at no method before.
    const answer = await fetch(`http://${this.#host}/json/new?about:blank`, { method: 'PUT' });
    const target = parseFields(await answer.text());
    const devTools = await DevTools.connect(textAt(target, 'webSocketDebuggerUrl') ?? '');
    const page = new EnginePage(devTools, `http://${this.#host}/json/close/${textAt(target, 'id') ?? ''}`);
    await page.open(url);
    return page;
  }

  async stop(): Promise<void> {
    const { pid } = this.#process;
    const gone = once(this.#process, 'close');
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    await gone;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
