/** A page of Playwright or Puppeteer. */
export interface KeyboardPage {
  evaluate(expression: string): Promise<unknown>;
  mouse: { click(x: number, y: number): Promise<void> };
  keyboard: { type(text: string): Promise<void> };
}

/** A chain of pointer actions of WebdriverIO. */
export interface PointerAction {
  move(place: { x: number; y: number }): PointerAction;
  down(): PointerAction;
  up(): PointerAction;
  perform(): Promise<void>;
}

/** A browser of WebdriverIO. */
export interface WebdriverIoBrowser {
  execute(script: string): Promise<unknown>;
  action(type: 'pointer'): PointerAction;
  keys(text: string[]): Promise<void>;
}

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
