// Runs in the page before anything else: counts what our code starts there, and does to the elements what a page does.

const OURS = /\/assets\//;

/** Whether a file of the package has called, and not the page or the test. */
const isOurs = () => OURS.test(new Error().stack?.split('\n').slice(3, 5).join() ?? '');

const timers = new Map();
const listeners = new Map();
let requests = 0;
let delay = 0;

const { setTimeout: set, clearTimeout: clear, fetch: ask } = window;

window.setTimeout = (run, milliseconds, ...rest) => {
  const counts = isOurs();
  const id = set(() => {
    timers.delete(id);
    run(...rest);
  }, milliseconds);
  if (counts) timers.set(id, `timer of ${String(milliseconds)} ms`);
  return id;
};
window.clearTimeout = (id) => {
  timers.delete(id);
  clear(id);
};

window.fetch = async (input, init) => {
  requests += 1;
  try {
    if (delay > 0) await new Promise((resolve) => set(resolve, delay));
    return await ask(input, init);
  } finally {
    requests -= 1;
  }
};

/** Objects of the page that outlive every element. */
const isLasting = (target) =>
  target === window ||
  target === document ||
  target === window.visualViewport ||
  target === window.navigation;

const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, listener, options) {
  const target = this ?? window;
  if (listener && isLasting(target) && isOurs()) {
    const entry = { target, type, listener };
    listeners.set(entry, type);
    const forget = () => listeners.delete(entry);
    options?.signal?.addEventListener('abort', forget);
    if (options?.once) add.call(target, type, forget, { once: true });
  }
  return add.call(target, type, listener, options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
  const target = this ?? window;
  for (const entry of listeners.keys()) {
    if (entry.target === target && entry.type === type && entry.listener === listener)
      listeners.delete(entry);
  }
  return remove.call(target, type, listener, options);
};

const SCREENS = 'ydrz-auth-layer, ydrz-auth-page, dialog, iframe';
const RESTING = ['idle', 'done', 'failed'];

/** Each element with its logins: how many have begun and ended, and what `login()` has answered. */
let elements = [];
let before;

const place = (name) => document.getElementById(name);

const lookOf = () => ({
  history: history.length,
  scripts: document.scripts.length,
  sheets: document.adoptedStyleSheets.length,
  styles: [document.documentElement, document.body]
    .map((element) => element.getAttribute('style') ?? '')
    .join('|'),
  inert: document.querySelectorAll('[inert]').length,
});

const open = (gateway) => {
  history.replaceState(null, '');
  elements = ['form', 'apart'].map((name) => {
    const element = document.createElement('ydrz-login');
    const logins = { element, begun: 0, ended: 0, promises: new Set(), unsettled: 0 };
    element.addEventListener('statechange', ({ detail }) => {
      if (detail.state === 'preparing' && RESTING.includes(detail.previous)) logins.begun += 1;
    });
    for (const end of ['token', 'error']) element.addEventListener(end, () => (logins.ended += 1));
    for (const [key, value] of Object.entries({
      'app-id': '300012345678',
      'credentials-url': '/api/ydrz/credentials',
      gateway,
      name: 'token',
    })) {
      element.setAttribute(key, value);
    }
    place(name).append(element);
    return logins;
  });
  before = lookOf();
};

const screenOf = ({ element }) => {
  const around = [element.renderRoot, document];
  return around
    .map((root) => root.querySelector('ydrz-auth-layer[open], ydrz-auth-page[open]'))
    .find(Boolean);
};

const ACTS = {
  login(logins) {
    const promise = logins.element.login();
    if (logins.promises.has(promise)) return;
    logins.promises.add(promise);
    logins.unsettled += 1;
    const settled = () => (logins.unsettled -= 1);
    promise.then(settled, settled);
  },
  press: ({ element }) => element.renderRoot?.querySelector('button')?.click(),
  hover: ({ element }) => element.dispatchEvent(new PointerEvent('pointerenter')),
  abort: ({ element }) => element.abort(),
  reset: ({ element }) => element.reset(),
  remove: ({ element }) => element.remove(),
  move: ({ element }) => place(element.parentElement?.id === 'apart' ? 'form' : 'apart').append(element),
  'put back': ({ element }) => {
    if (!element.isConnected) place('form').append(element);
  },
  'form reset': () => place('form').reset(),
  set: ({ element }, name, value) => {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  },
  tick: (logins) => screenOf(logins)?.renderRoot.querySelector('[part=checkbox]')?.click(),
  delay: (_, milliseconds) => (delay = milliseconds),
  'page hides': () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
  'page shows': () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  wait: (_, milliseconds) => new Promise((resolve) => set(resolve, milliseconds)),
  'until asked': async (logins) => {
    for (let count = 0; count < 40 && !screenOf(logins); count += 1) {
      await new Promise((resolve) => set(resolve, 10));
    }
  },
};

/** One after the other, in one task where none of them waits. */
const act = async (steps) => {
  for (const { what, on, values } of steps) {
    const done = ACTS[what](elements[on], ...values);
    if (done instanceof Promise) await done;
  }
};

/** Everything that is not as it was. */
const leftovers = () => {
  const now = lookOf();
  return [
    ...elements.flatMap(({ begun, ended, unsettled }, index) => [
      ...(begun === ended
        ? []
        : [`element ${String(index)}: ${String(begun)} logins, ${String(ended)} ends`]),
      ...(unsettled ? [`element ${String(index)}: ${String(unsettled)} promises without an end`] : []),
    ]),
    ...[document, ...elements.map(({ element }) => element.renderRoot)].flatMap((root) =>
      [...(root?.querySelectorAll(SCREENS) ?? [])].map(({ localName }) => `screen ${localName}`),
    ),
    ...Object.keys(now)
      .filter((name) => now[name] !== before[name])
      .map((name) => `${name}: ${String(before[name])}, then ${String(now[name])}`),
    ...(history.state === null ? [] : [`history state ${JSON.stringify(history.state)}`]),
    ...[...listeners.values()].map((type) => `listener ${type}`),
    ...timers.values(),
    ...(requests ? [`${String(requests)} requests`] : []),
  ];
};

const PATIENCE = 5000;

/** End everything as a page does that goes on to something else; what is left then, after a while for what is on its way. */
const finish = async () => {
  delay = 0;
  for (const { element } of elements) {
    element.abort();
    element.reset();
    element.remove();
  }
  const until = performance.now() + PATIENCE;
  for (;;) {
    await new Promise((resolve) => set(resolve, 20));
    const left = leftovers();
    if (left.length === 0 || performance.now() > until) return left;
  }
};

Object.assign(window, { sequences: { open, act, finish } });
