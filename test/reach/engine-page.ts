import { writeFile } from 'node:fs/promises';
import { textAt } from '../services/fields.js';
import type { DevTools } from './devtools.js';

/** How big a part of the screen is and where it stands, in CSS pixels. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const SCREEN = { width: 390, height: 844, deviceScaleFactor: 1, mobile: true };

/** The first element with this selector, in the document or in a shadow root of it: old engines pierce none. */
const FIND = `function find(selector, root) {
  var found = root.querySelector(selector);
  if (found) return found;
  var all = root.querySelectorAll('*');
  for (var i = 0; i < all.length; i++) {
    found = all[i].shadowRoot && find(selector, all[i].shadowRoot);
    if (found) return found;
  }
  return null;
}`;

const BOX = `function box(selector) {
  var element = find(selector, document);
  if (!element) return null;
  var r = element.getBoundingClientRect();
  return { x: r.left, y: r.top, width: r.width, height: r.height };
}`;

const isBox = (value: unknown): value is Box =>
  typeof value === 'object' &&
  value !== null &&
  'width' in value &&
  'height' in value &&
  'x' in value &&
  'y' in value;

/** One page in an old engine, used as a person uses it. */
export class EnginePage {
  readonly #devTools: DevTools;
  readonly #closing: string;

  constructor(devTools: DevTools, closing: string) {
    this.#devTools = devTools;
    this.#closing = closing;
  }

  get complaints(): readonly string[] {
    return this.#devTools.complaints;
  }

  async open(url: string): Promise<void> {
    await this.#devTools.send('Page.enable');
    await this.#devTools.send('Runtime.enable');
    await this.#devTools.send('Emulation.setDeviceMetricsOverride', SCREEN);
    await this.#devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await this.#devTools.send('Page.navigate', { url });
    await this.until('document.readyState === "complete" && location.protocol === "http:"');
  }

  /** The expression's value as soon as there is one. @throws {Error} when that takes too long, with the page's complaints. */
  async until(expression: string): Promise<unknown> {
    const value = await this.#devTools.evaluate(`new Promise(function (resolve) {
      ${FIND} ${BOX}
      var late = Date.now() + 20000;
      (function look() {
        var value = ${expression};
        if (value || Date.now() > late) resolve(value); else setTimeout(look, 20);
      })();
    })`);
    if (value) return value;
    throw new Error(`In vain: ${expression}\n${this.complaints.join('\n')}`);
  }

  /** The box of an element when it is there and stands still. */
  async box(selector: string): Promise<Box> {
    const value = await this.until(`(function () {
      var before = JSON.stringify(box('${selector}'));
      var still = before === window.lastBox;
      window.lastBox = before;
      return still && box('${selector}');
    })()`);
    if (!isBox(value)) throw new TypeError(`${selector} has no box`);
    return value;
  }

  /** Every element's box with one of these selectors; those that are not there are left out. */
  async boxes(selectors: readonly string[]): Promise<Record<string, Box>> {
    const value = await this.#devTools.evaluate(`(function () { ${FIND} ${BOX}
      var all = {};
      ${JSON.stringify(selectors)}.forEach(function (selector) { all[selector] = box(selector); });
      return all;
    })()`);
    const all: Record<string, Box> = {};
    for (const [selector, found] of Object.entries(value ?? {})) if (isBox(found)) all[selector] = found;
    return all;
  }

  /** Press the middle of an element, once it stands still. */
  async press(selector: string): Promise<void> {
    const { x, y, width, height } = await this.box(selector);
    const where = { x: x + width / 2, y: y + height / 2, button: 'left', clickCount: 1 };
    await this.#devTools.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...where });
    await this.#devTools.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...where });
  }

  /** Type where the focus is. */
  async type(text: string): Promise<void> {
    for (const key of text) await this.#devTools.send('Input.dispatchKeyEvent', { type: 'char', text: key });
  }

  async picture(file: string): Promise<void> {
    const answer = await this.#devTools.send('Page.captureScreenshot', { format: 'png' });
    await writeFile(file, textAt(answer, 'data') ?? '', 'base64');
  }

  async close(): Promise<void> {
    this.#devTools.close();
    await fetch(this.#closing);
  }
}
