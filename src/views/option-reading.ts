import { STANDARD_POPUP, isGiven, unread } from '../options/defaults.js';
import { loadReader, reader } from '../options/load-reader.js';
import type { ScreenOptions, ScreenValues } from '../options/types.js';

/** Whose options are read. */
export interface ReadScreen {
  /** Which table its options are in. */
  kind: 'layer' | 'page';
  /**
   * The options that are not CSS, by the names of their custom properties without `--ydrz-`: where a page's style sheet
   * sets one, it has to be read as options are.
   */
  styled: readonly string[];
}

/** Milliseconds that a screen waits for what reads its options. */
const PATIENCE = 4000;

/**
 * The options of a screen.
 *
 * Owns: fetching what reads them, which screens without any do without; the custom properties that they set on the
 * screen; their warnings. Does not own: when they are read, and what is shown of them.
 */
export class OptionReading {
  readonly #host: HTMLElement;
  readonly #screen: ReadScreen;
  readonly #warned = new Set<string>();
  #properties: ScreenOptions['properties'] = new Map();
  /** What reads them was waited for in vain, and is done without until the screen closes. */
  vain = false;
  /** What was read last; undefined where the style sheets have to be asked again. */
  #last: { options: unknown; open: boolean } | undefined;

  constructor(host: HTMLElement, screen: ReadScreen) {
    this.#host = host;
    this.#screen = screen;
  }

  /** Something is set that cannot be read yet: options, or in a style sheet what is not CSS. */
  isAhead(options: unknown, open: boolean): boolean {
    if (reader || this.vain) return false;
    // Typing has nothing read anew, and has the style sheets asked for nothing.
    const last = this.#last;
    if (last && last.options === options && (last.open || !open)) return false;
    const given = isGiven(options) && options !== STANDARD_POPUP;
    return given || this.#screen.styled.some((name) => this.#styled(`--ydrz-${name}`));
  }

  /** The screen is closed, or somewhere else: other style sheets may hold for it. */
  forget(): void {
    this.#last = undefined;
  }

  /** Wait until options can be read; not for ever. `open`: the screen is to be seen. */
  async prepare(open: boolean): Promise<void> {
    let patience;
    const late = new Promise((resolve) => {
      patience = setTimeout(resolve, PATIENCE);
    });
    await Promise.race([loadReader().catch(() => undefined), late]);
    clearTimeout(patience);
    if (reader) return;
    this.vain = open;
    this.#warn('ydrz-elements: what reads the options did not load; the defaults are used');
  }

  /** What the options say. Its properties are set on the screen, in place of those of the last time. */
  read(options: unknown, open: boolean): ScreenValues {
    this.#last = { options, open };
    const rules = { warn: this.#warn, styled: this.#styled };
    const checked = reader?.[this.#screen.kind](options, rules) ?? unread(options);
    const { style } = this.#host;
    for (const name of this.#properties.keys()) style.removeProperty(name);
    for (const [name, value] of checked.properties) style.setProperty(name, value);
    this.#properties = checked.properties;
    return checked.values;
  }

  readonly #styled = (property: string): string =>
    this.#host.isConnected ? getComputedStyle(this.#host).getPropertyValue(property) : '';

  readonly #warn = (sentence: string): void => {
    if (!this.#warned.has(sentence)) console.warn(sentence);
    this.#warned.add(sentence);
  };
}
