// Functions that run in the page: each is sent there as its text, so it may use nothing from outside itself.

/** Where to press the element, once it is there and ready. From then on it keeps its outcome, for the functions below. */
const untilReady = async (selector: string) => {
  const found = () => document.querySelector<HTMLElement>(selector);
  while (!found()) await new Promise((resolve) => requestAnimationFrame(resolve));
  await customElements.whenDefined('ydrz-login');
  const login = found();
  if (!login) return { x: 0, y: 0 };
  const outcome = new Promise((resolve) => {
    login.addEventListener(
      'token',
      (event) => {
        const detail: unknown = Reflect.get(event, 'detail');
        resolve({ kind: 'token', ...(typeof detail === 'object' ? detail : {}) });
      },
      { once: true },
    );
    login.addEventListener(
      'error',
      (event) => {
        const failure: unknown = Reflect.get(event, 'detail') ?? Reflect.get(event, 'error');
        const told = typeof failure === 'object' && failure !== null ? failure : {};
        // Spreading would lose the fields of an error that are inherited or not enumerable.
        const [code, message, phase, hint]: unknown[] = ['code', 'message', 'phase', 'hint'].map(
          (name): unknown => Reflect.get(told, name),
        );
        resolve({ kind: 'error', code, message, phase, hint });
      },
      { once: true },
    );
  });
  Reflect.set(login, Symbol.for('ydrz-testing'), outcome);
  login.scrollIntoView({ block: 'center' });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const { left, top, width, height } = login.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
};

/** The outcome, or where the parts of the screen are, once it is shown. */
const untilShown = async (selector: string) => {
  const login = document.querySelector(selector);
  let outcome: unknown;
  void Promise.resolve(login && Reflect.get(login, Symbol.for('ydrz-testing'))).then((value: unknown) => {
    outcome = value;
  });
  /** The first visible one in the page and in all open shadow roots. */
  const find = (root: ParentNode, part: string): HTMLElement | undefined => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      const box = element.getBoundingClientRect();
      if (element.matches(part) && box.width > 0 && box.height > 0) return element;
      const inside = element.shadowRoot ? find(element.shadowRoot, part) : undefined;
      if (inside) return inside;
    }
    return undefined;
  };
  const centre = (part: string) => {
    const box = find(document, part)?.getBoundingClientRect();
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  };
  const moved = (one: { x: number; y: number } | undefined, other: { x: number; y: number } | undefined) =>
    one?.x !== other?.x || one?.y !== other?.y;
  let before: { x: number; y: number } | undefined;
  for (;;) {
    if (outcome) return { outcome };
    const checkbox = centre('[part~=checkbox]');
    // A screen that comes in by an animation is not there yet.
    if (checkbox && !moved(before, checkbox)) {
      return { checkbox, digits: centre('[part~=phone] input'), submit: centre('[part~=submit]') };
    }
    before = checkbox;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

/** The outcome, or that the digits are asked for again. */
const untilOver = async (selector: string) => {
  const login = document.querySelector(selector);
  let outcome: unknown;
  void Promise.resolve(login && Reflect.get(login, Symbol.for('ydrz-testing'))).then((value: unknown) => {
    outcome = value;
  });
  const errorIn = (root: ParentNode): string => {
    for (const element of root.querySelectorAll('*')) {
      const text = element.matches('[part~=error]') ? element.textContent.trim() : '';
      const inside = text || (element.shadowRoot ? errorIn(element.shadowRoot) : '');
      if (inside) return inside;
    }
    return '';
  };
  for (;;) {
    if (outcome) return outcome;
    const text = errorIn(document);
    if (text) return { kind: 'asked-again', text };
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};

/** Whether the agreement is ticked. */
const isTicked = () => {
  const find = (root: ParentNode): Element | undefined => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('[part~=checkbox]')) return element;
      const inside = element.shadowRoot ? find(element.shadowRoot) : undefined;
      if (inside) return inside;
    }
    return undefined;
  };
  const box = find(document);
  return box instanceof HTMLInputElement && box.checked;
};

/** The expression that runs one of them in the page. */
const calling = (run: (selector: string) => unknown) => (selector: string) =>
  `(${run.toString()})(${JSON.stringify(selector)})`;

export const IN_PAGE = {
  untilReady: calling(untilReady),
  untilShown: calling(untilShown),
  untilOver: calling(untilOver),
  isTicked: calling(isTicked),
} as const;
