/**
 * Counts the listeners that are added from now on to what outlives a screen. The function that it answers ends the count, and names
 * the types of those that were not removed.
 */
const listListeners = (): (() => string) => {
  let kept: { target: EventTarget; type: string; listener: unknown; capture: boolean }[] = [];
  const isCapturing = (options: boolean | EventListenerOptions | undefined) =>
    typeof options === 'object' ? options.capture === true : options === true;
  const targets: EventTarget[] = [
    window,
    document,
    ...(window.visualViewport ? [window.visualViewport] : []),
  ];
  for (const target of targets) {
    const add = target.addEventListener.bind(target);
    const remove = target.removeEventListener.bind(target);
    const forget = (type: string, listener: unknown, capture: boolean) => {
      kept = kept.filter(
        (each) =>
          each.target !== target ||
          each.type !== type ||
          each.listener !== listener ||
          each.capture !== capture,
      );
    };
    Object.assign(target, {
      addEventListener: (...given: Parameters<typeof add>) => {
        const [type, listener, options] = given;
        const capture = isCapturing(options);
        forget(type, listener, capture);
        kept.push({ target, type, listener, capture });
        if (typeof options === 'object') {
          options.signal?.addEventListener('abort', () => {
            forget(type, listener, capture);
          });
        }
        add(...given);
      },
      removeEventListener: (...given: Parameters<typeof remove>) => {
        const [type, listener, options] = given;
        forget(type, listener, isCapturing(options));
        remove(...given);
      },
    });
  }
  return () => {
    for (const target of targets) {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    }
    return kept.map(({ type }) => type).join();
  };
};

/** What a login must leave as it was. */
const stateOfPage = () => ({
  scroll: [Math.round(scrollX), Math.round(scrollY)].join(),
  entries: history.length,
  state: JSON.stringify(history.state),
  sheets: document.adoptedStyleSheets.length,
  overflow: [document.documentElement, document.body]
    .map((element) => getComputedStyle(element).overflow)
    .join(),
  width: document.documentElement.clientWidth,
  refuges: document.querySelectorAll('ydrz-screen').length,
});

/** What has the focus, in shadow trees too. */
const focused = (): Element | null => {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
};

const nameOf = (element: Element | null): string => element?.outerHTML.slice(0, 99) ?? 'nothing';

/** A button of the page's own that the page does not cover. */
const makeButton = (text: string, style: string): HTMLButtonElement => {
  const button = document.createElement('button');
  button.textContent = text;
  button.style.cssText = `position:fixed;z-index:9;${style}`;
  // A page's own open dialog makes the rest inert.
  (document.querySelector('dialog:modal') ?? document.documentElement).append(button);
  return button;
};

/** What of a page may be another afterwards. */
export interface Differences {
  /** What has the focus; as a rule, what had it before. */
  focus?: Element | null;
  /** What listens as long as it is there, and came anew meanwhile: it is removed before listeners are looked for. */
  remove?: Element;
}

/** Looks at a page on which nothing is done yet. */
export class PageWatch {
  readonly #own = makeButton('own', 'left:0;top:0');
  readonly #had: Element | null;
  readonly #before = stateOfPage();
  readonly #listListeners: () => string;

  /** `focuses`: put the focus on a button of the page's own. */
  constructor(focuses: boolean) {
    if (focuses) this.#own.focus({ preventScroll: true });
    this.#had = focused();
    this.#listListeners = listListeners();
  }

  /**
   * What is not as it was, when all is over and no token is kept; nothing, where the page is alive. `press`: whether a press on an
   * element arrives.
   */
  async changes(
    press: (target: HTMLButtonElement) => Promise<boolean> | boolean,
    { focus = this.#had, remove }: Differences = {},
  ): Promise<string[]> {
    const wanted = { ...this.#before, listeners: '', focus: nameOf(focus), takesPresses: true };
    const state = { ...stateOfPage(), focus: nameOf(focused()) };
    remove?.remove();
    const found = { ...state, listeners: this.#listListeners() };
    this.#own.remove();
    const target = makeButton('page', 'left:40%;top:40%;width:60px;height:40px');
    const is = new Map<string, unknown>(Object.entries({ ...found, takesPresses: await press(target) }));
    target.remove();
    return Object.entries(wanted)
      .filter(([name, value]) => is.get(name) !== value)
      .map(([name, value]) => `${name}: ${String(is.get(name))} instead of ${String(value)}`);
  }
}

/** Whether what is seen in the middle of an element is the element. */
export const isOnTop = (element: Element): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === element;
};
