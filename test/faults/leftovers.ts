// Loaded before the code under test, whose timers and listeners it counts. What the test bench itself sets is not counted.

/** Our sources as the test runner serves them, and the built copies. */
const OURS = /localhost:\d+\/(?:src|lane\/[^/]+\/copy)\//;

const isOurs = (): boolean => {
  const caller = new Error().stack?.split('\n').slice(3, 4).join('') ?? '';
  return OURS.test(caller);
};

const timers = new Set<number>();
const listeners = new Map<string, number>();

const wrapTimers = (): void => {
  const set = window.setTimeout.bind(window);
  const clear = window.clearTimeout.bind(window);
  Object.assign(window, {
    setTimeout: (handler: () => void, milliseconds?: number) => {
      const counts = isOurs();
      const id = set(() => {
        timers.delete(id);
        handler();
      }, milliseconds);
      if (counts) timers.add(id);
      return id;
    },
    clearTimeout: (id?: number) => {
      if (id !== undefined) timers.delete(id);
      clear(id);
    },
  });
};

const keyOf = (name: string, type: string): string => `${name} ${type}`;

/** The objects of the page that outlive every element. */
const wrapListeners = (target: EventTarget, name: string): void => {
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  const known = new Map<string, Set<unknown>>();
  const forget = (type: string, listener: unknown) => {
    if (!known.get(type)?.delete(listener)) return;
    const key = keyOf(name, type);
    listeners.set(key, (listeners.get(key) ?? 1) - 1);
  };
  const remember = (type: string, listener: unknown) => {
    const ofType = known.get(type) ?? new Set();
    known.set(type, ofType);
    if (ofType.has(listener)) return;
    ofType.add(listener);
    const key = keyOf(name, type);
    listeners.set(key, (listeners.get(key) ?? 0) + 1);
  };
  Object.assign(target, {
    addEventListener: (
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | AddEventListenerOptions,
    ) => {
      if (isOurs()) {
        remember(type, listener);
        const { once, signal } = typeof options === 'object' ? options : {};
        signal?.addEventListener('abort', () => {
          forget(type, listener);
        });
        if (once) {
          add(
            type,
            () => {
              forget(type, listener);
            },
            { once: true },
          );
        }
      }
      add(type, listener, options);
    },
    removeEventListener: (
      type: string,
      listener: EventListenerOrEventListenerObject | null,
      options?: boolean | EventListenerOptions,
    ) => {
      forget(type, listener);
      remove(type, listener, options);
    },
  });
};

wrapTimers();
wrapListeners(window, 'window');
wrapListeners(document, 'document');
if (window.visualViewport) wrapListeners(window.visualViewport, 'visualViewport');

const globals = (): string[] => Object.keys(window).filter((name) => !/^\d+$/.test(name));
const before = { globals: new Set(globals()), scripts: document.scripts.length };

/** Take the page as it is now for clean: called when everything that tests need is loaded. */
export const startCounting = (): void => {
  before.globals = new Set(globals());
  before.scripts = document.scripts.length;
};

/** Everything that logins have left in the page; nothing, if all is well. */
export const leftovers = (): string[] => [
  ...globals()
    .filter((name) => !before.globals.has(name))
    .map((name) => `window.${name}`),
  ...Array.from({ length: document.scripts.length - before.scripts }, () => 'a script element'),
  ...[...document.querySelectorAll('iframe, dialog, ydrz-auth-layer, ydrz-auth-page')].map(
    ({ localName }) => localName,
  ),
  ...[...listeners]
    .filter(([, count]) => count > 0)
    .map(([key, count]) => `${String(count)} listener: ${key}`),
  ...[...timers].map((id) => `timer ${String(id)}`),
  ...[document.documentElement, document.body]
    .filter((element) => element.style.cssText !== '')
    .map((element) => `${element.localName} style ${element.style.cssText}`),
];
