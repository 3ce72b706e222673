/** How often something ran that came from outside. */
let runs = 0;
Object.assign(window, {
  pwned: () => {
    runs += 1;
  },
});
for (const name of ['alert', 'confirm', 'prompt', 'open'] as const) {
  Object.assign(window, { [name]: () => (runs += 1) });
}

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
const before = prototypes.map((prototype) => Reflect.ownKeys(prototype).length);

/** What could run something, or lead somewhere, on its own. */
const ACTIVE = 'script, iframe, object, embed, link, meta, base, form, svg script, animate, set';

const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'srcset', 'poster', 'data'];

const isSafeAddress = (address: string): boolean =>
  address === '' || /^(?:https?|data):$/.test(new URL(address, location.href).protocol);

/** Everything inside, shadow roots too. */
export function* elementsIn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
  }
}

function* findings(root: ParentNode): Generator<string> {
  if (runs > 0) yield `something ran ${String(runs)} times`;
  for (const [index, prototype] of prototypes.entries()) {
    if (Reflect.ownKeys(prototype).length !== before[index]) yield 'a prototype was polluted';
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) yield `the page is ${String(scrollWidth - clientWidth)} px too wide`;
  for (const element of elementsIn(root)) {
    if (element.matches(ACTIVE)) yield `there is a <${element.localName}>`;
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) yield `there is an attribute ${name}`;
      if (ADDRESSES.includes(name) && !isSafeAddress(value)) yield `there is a link to ${value.slice(0, 40)}`;
      if (name === 'style' && /url\(|expression|javascript:|<|\\/i.test(value))
        yield `there is a style ${value.slice(0, 40)}`;
    }
  }
}

/** What a payload has done; nothing, if all is well. */
export const harmIn = (root: ParentNode): string[] => [...findings(root)];

/** Start again, after a finding. */
export const forgetHarm = (): void => {
  runs = 0;
};
