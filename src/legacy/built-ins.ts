// What Lit and these sources call and engines of 2018 lack: Chrome below 69 to 73, Safari below 12 to 12.1. As the language and the
// DOM define it, so that a page that looks for one of them and uses it is not led astray. core-js brings the same in 8.5 KB.

type Nested = readonly unknown[];

const flatten = (list: Nested, depth: number): unknown[] => {
  const flat: unknown[] = [];
  list.forEach((item) => {
    if (Array.isArray(item) && depth >= 1) flat.push(...flatten(item, depth - 1));
    else flat.push(item);
  });
  return flat;
};

/** What is missing on an object, as built-ins are: writable, and not among what a loop over it sees. */
const complete = (target: object, builtIns: Readonly<Record<string, unknown>>): void => {
  Object.entries(builtIns).forEach(([name, value]) => {
    if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
  });
};

complete(Array.prototype, {
  flat(this: Nested, depth = 1) {
    return flatten(this, depth);
  },
  flatMap(this: Nested, callback: (item: unknown, index: number, list: Nested) => unknown, self?: unknown) {
    return flatten(
      this.map((item, index) => callback.call(self, item, index, this)),
      1,
    );
  },
});

complete(Object, {
  fromEntries(entries: Iterable<readonly [PropertyKey, unknown]>) {
    const object: Record<PropertyKey, unknown> = {};
    for (const [key, value] of entries) object[key] = value;
    return object;
  },
});

complete(Element.prototype, {
  toggleAttribute(this: Element, name: string, force = !this.hasAttribute(name)) {
    if (!force) this.removeAttribute(name);
    else if (!this.hasAttribute(name)) this.setAttribute(name, '');
    return force;
  },
});

complete(window, {
  queueMicrotask(callback: () => void) {
    void Promise.resolve().then(callback);
  },
});

export {};
