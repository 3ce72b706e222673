/** A page of Playwright or Puppeteer. */
export interface KeyboardPage {
  /** The value of an expression in the page, awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Presses a place, in CSS pixels from the top left of the window. */
  mouse: { click(x: number, y: number): Promise<void> };
  /** Types a text where the focus is. */
  keyboard: { type(text: string): Promise<void> };
}

/** A chain of pointer actions of WebdriverIO. */
export interface PointerAction {
  /** Move the pointer, in CSS pixels from the top left of the window. */
  move(place: { x: number; y: number }): PointerAction;
  /** Press the button. */
  down(): PointerAction;
  /** Let the button go. */
  up(): PointerAction;
  /** Do all of it, in order. */
  perform(): Promise<void>;
}

/** A browser of WebdriverIO. */
export interface WebdriverIoBrowser {
  /** Run a script in the page; what it returns, awaited. */
  execute(script: string): Promise<unknown>;
  /** Begin a chain of pointer actions. */
  action(type: 'pointer'): PointerAction;
  /** Press keys, all of one call together. */
  keys(text: string[]): Promise<void>;
}

/** What a login can be done on: a page of Playwright or Puppeteer, or a browser of WebdriverIO. */
export type TestedPage = KeyboardPage | WebdriverIoBrowser;

/** What a login needs, and every kind of page can do. */
export interface Driver {
  /** The value of an expression in the page, awaited. */
  evaluate(expression: string): Promise<unknown>;
  click(x: number, y: number): Promise<void>;
  type(text: string): Promise<void>;
}

const ofKeyboardPage = (page: KeyboardPage): Driver => ({
  evaluate: (expression) => page.evaluate(expression),
  click: (x, y) => page.mouse.click(x, y),
  type: (text) => page.keyboard.type(text),
});

const ofWebdriverIo = (browser: WebdriverIoBrowser): Driver => ({
  evaluate: (expression) => browser.execute(`return ${expression}`),
  click: (x, y) => browser.action('pointer').move({ x, y }).down().up().perform(),
  async type(text) {
    // Keys of one call are held down together, and a key that is down already writes nothing.
    for (const key of text) await browser.keys([key]);
  },
});

export const driverOf = (page: TestedPage): Driver =>
  'evaluate' in page ? ofKeyboardPage(page) : ofWebdriverIo(page);
