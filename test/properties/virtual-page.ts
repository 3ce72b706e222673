import type { Scheduler } from 'fast-check';

/** What a carrier's script does once it has been fetched. */
export type ScriptRun = (call: (name: string, argument: unknown) => void) => void;

/** A script element: only what the gateway uses of one. */
class VirtualScript {
  src = '';
  async = false;
  nonce = '';
  referrerPolicy = '';
  onerror: (() => void) | undefined;
}

interface Timer {
  due: number;
  fire: () => void;
}

/** How the page's requests are answered, each by a task that the scheduler lets run when it likes. */
export interface Network {
  /** @throws what fetch rejects with. */
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** @returns what the script does; undefined when it does not load. */
  script(url: string): ScriptRun | undefined;
}

const NAVIGATOR = {
  platform: 'Linux armv8l',
  userAgent: 'Mozilla/5.0 (Linux; Android 14) Mobile',
  language: 'zh-CN',
  languages: ['zh-CN'],
  hardwareConcurrency: 8,
  maxTouchPoints: 5,
  cookieEnabled: true,
};

/**
 * The few things of a page that the flow touches, with a clock of its own: nothing is ever really waited for. Timers fire
 * when the scheduler comes to them, or, where it was not given them, when nothing else is left to happen.
 */
export class VirtualPage {
  readonly window: Record<string, unknown> = {};
  readonly scripts = new Set<VirtualScript>();
  readonly listeners = new Map<unknown, string>();
  readonly #timers = new Map<number, Timer>();
  readonly #scheduler: Scheduler;
  readonly #network: Network;
  readonly #hasty: readonly boolean[];
  readonly #saved = new Map<string, PropertyDescriptor | undefined>();
  #now = 0;
  #made = 0;

  /** `hasty` says of each timer, in the order they are made, whether it may fire before everything else is done. */
  constructor(scheduler: Scheduler, network: Network, hasty: readonly boolean[]) {
    this.#scheduler = scheduler;
    this.#network = network;
    this.#hasty = hasty;
  }

  /** Put the page in place of Node's globals. */
  open(): void {
    const page = this.#document();
    const globals = {
      window: this.window,
      navigator: NAVIGATOR,
      screen: { width: 390, height: 844, colorDepth: 24 },
      devicePixelRatio: 3,
      ...{ document: page, Document: { prototype: page } },
      location: new URL('https://shop.example/login'),
      fetch: (url: string, init: RequestInit) => this.#network.fetch(url, init),
      setTimeout: (fire: () => void, milliseconds: number) => this.#setTimeout(fire, milliseconds),
      clearTimeout: (id: number) => this.#timers.delete(id),
    };
    for (const [name, value] of Object.entries(globals)) {
      this.#saved.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
  }

  close(): void {
    for (const [name, descriptor] of this.#saved) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  }

  /** Fire the timer that is due first; false when there is none. */
  passTime(): boolean {
    const [first] = [...this.#timers].sort(([, one], [, other]) => one.due - other.due);
    if (!first) return false;
    const [id, { due }] = first;
    this.#now = due;
    this.#fire(id);
    return true;
  }

  /** What a login has left behind. */
  leftovers(): string[] {
    return [
      ...Object.keys(this.window).map((name) => `window.${name}`),
      ...[...this.scripts].map(({ src }) => `script ${src}`),
      ...[...this.listeners.values()].map((type) => `listener of ${type}`),
      ...[...this.#timers.keys()].map((id) => `timer ${String(id)}`),
    ];
  }

  #setTimeout(fire: () => void, milliseconds: number): number {
    const id = (this.#made += 1);
    this.#timers.set(id, { due: this.#now + milliseconds, fire });
    if (this.#hasty[id - 1])
      void this.#scheduler.schedule(Promise.resolve(), 'time is up').then(() => this.#fire(id));
    return id;
  }

  #fire(id: number): void {
    const timer = this.#timers.get(id);
    this.#timers.delete(id);
    timer?.fire();
  }

  #document() {
    const call = (name: string, argument: unknown) => {
      const callback = this.window[name];
      if (typeof callback === 'function') Reflect.apply(callback, undefined, [argument]);
    };
    const load = async (script: VirtualScript) => {
      const run = this.#network.script(script.src);
      await this.#scheduler.schedule(Promise.resolve(), `script ${script.src}`);
      // A browser does not run a script that has been moved into another document meanwhile.
      if (!this.scripts.has(script)) return;
      if (run) run(call);
      else script.onerror?.();
    };
    return {
      createElement: () => new VirtualScript(),
      addEventListener: (type: string, listener: unknown) => this.listeners.set(listener, type),
      removeEventListener: (_: string, listener: unknown) => this.listeners.delete(listener),
      head: {
        append: (script: VirtualScript) => {
          this.scripts.add(script);
          void load(script);
        },
      },
      implementation: {
        createHTMLDocument: () => ({ adoptNode: (script: VirtualScript) => this.scripts.delete(script) }),
      },
    };
  }
}
