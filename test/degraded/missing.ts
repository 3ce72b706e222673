/** Something that browsers of the stated range may lack. */
export interface Missing {
  /** Takes it away, before any script of the page runs. */
  without: string;
  /** True in the page once it is away. */
  isGone: string;
}

const withoutFunctions = (places: Readonly<Record<string, readonly string[]>>): Missing => {
  const all = Object.entries(places).flatMap(([place, names]) => names.map((name) => [place, name] as const));
  return {
    without: all.map(([place, name]) => `delete ${place}.${name};`).join('\n'),
    isGone: all.map(([place, name]) => `!('${name}' in ${place})`).join(' && '),
  };
};

/** Functions that came after the oldest browser of the range, by the object that they are on. */
const YOUNG_FUNCTIONS = {
  Object: ['hasOwn', 'groupBy'],
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with'],
  'Object.getPrototypeOf(Uint8Array.prototype)': ['at', 'findLast', 'toSorted'],
  'String.prototype': ['at', 'replaceAll', 'isWellFormed'],
  Promise: ['any', 'withResolvers'],
  globalThis: ['structuredClone', 'reportError', 'navigation', 'scheduler', 'trustedTypes', 'AggregateError'],
  AbortSignal: ['any', 'timeout', 'abort'],
  'AbortSignal.prototype': ['reason', 'throwIfAborted'],
  'Crypto.prototype': ['randomUUID'],
  URL: ['canParse', 'parse'],
  Response: ['json'],
  'Element.prototype': ['replaceChildren', 'checkVisibility'],
  'HTMLFormElement.prototype': ['requestSubmit'],
  'Navigator.prototype': ['connection', 'userAgentData'],
} as const;

/** Takes the browser's knowledge of forms out of ElementInternals, as Firefox had it before 98. */
const FORM_MEMBERS = [
  ...['setFormValue', 'setValidity', 'form', 'labels', 'validity', 'validationMessage', 'willValidate'],
  ...['checkValidity', 'reportValidity', 'states'],
];

const DIALOG_MEMBERS = ['showModal', 'show', 'close', 'requestClose', 'open', 'returnValue'];

/** What is taken away, one at a time. */
export const MISSING: Readonly<Record<string, Missing>> = {
  ElementInternals: {
    without: 'delete HTMLElement.prototype.attachInternals; delete globalThis.ElementInternals;',
    isGone: `!('attachInternals' in document.createElement('x-y')) && !('ElementInternals' in globalThis)`,
  },
  "ElementInternals' part in forms": withoutFunctions({ 'ElementInternals.prototype': FORM_MEMBERS }),
  'custom states': {
    without: 'delete ElementInternals.prototype.states; delete globalThis.CustomStateSet;',
    isGone: `!('states' in ElementInternals.prototype) && !('CustomStateSet' in globalThis)`,
  },
  'custom states without two dashes': {
    without: `const { add } = CustomStateSet.prototype;
      CustomStateSet.prototype.add = function (state) {
        if (!state.startsWith('--')) throw new DOMException('Two dashes', 'SyntaxError');
        return add.call(this, state);
      };`,
    isGone: `(() => {
      customElements.define('x-states', class extends HTMLElement {});
      try { document.createElement('x-states').attachInternals().states.add('done'); } catch { return true; }
      return false;
    })()`,
  },
  '<dialog>': {
    ...withoutFunctions({ 'HTMLDialogElement.prototype': DIALOG_MEMBERS }),
    isGone: `!('showModal' in document.createElement('dialog'))`,
  },
  'adopted and constructed style sheets': {
    without: `delete Document.prototype.adoptedStyleSheets;
      delete ShadowRoot.prototype.adoptedStyleSheets;
      delete CSSStyleSheet.prototype.replace;
      delete CSSStyleSheet.prototype.replaceSync;
      globalThis.CSSStyleSheet = new Proxy(CSSStyleSheet, {
        construct() { throw new TypeError('Illegal constructor'); },
      });`,
    isGone: `(() => {
      try { new CSSStyleSheet(); } catch { return !('adoptedStyleSheets' in document); }
      return false;
    })()`,
  },
  IntersectionObserver: withoutFunctions({ globalThis: ['IntersectionObserver'] }),
  'idle callbacks': withoutFunctions({ globalThis: ['requestIdleCallback', 'cancelIdleCallback'] }),
  'the visual viewport': withoutFunctions({ globalThis: ['visualViewport'] }),
  'young functions': withoutFunctions(YOUNG_FUNCTIONS),
};
