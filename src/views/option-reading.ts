import { STANDARD_POPUP, isGiven, unread } from '../options/defaults.js';
import type { ScreenOptions, ScreenValues } from '../options/types.js';
import { loadReader, reader } from './load-reader.js';
import { isPlaced, type PlaceableParts } from './painted/places.js';
import { inTime } from '../incoming/in-time.js';

/** The screen whose options are read. */
export interface ReadScreen {
  /** Which table its options are in. */
  kind: 'layer' | 'page';
  parts: PlaceableParts;
  /**
   * The options that are not CSS, by the names of their custom properties without `--ydrz-`: where a page's style sheet
   * sets one, it has to be read as options are.
   */
  styled: readonly string[];
}

/** Milliseconds that a screen waits for the reader of its options. */
const PATIENCE = 4000;

/**
 * The options of a screen.
 *
 * Owns: loading the code that reads them, which screens without options never load; the custom properties that they set on
 * the screen; their warnings. Does not own: when they are read, and what is shown of them.
 */
export interface OptionReading {
  /** Whether something is set that cannot be read yet: options, or in a style sheet a value that is not CSS or a part's place. */
  isAhead(options: unknown, open: boolean): boolean;
  /** The screen has been moved in the page: other style sheets may apply to it. */
  forget(): void;
  /** The screen is closed: code that did not load in time is tried again the next time. */
  close(): void;
  /** Wait until options can be read, 4 seconds at most. `open`: the screen is about to be shown. */
  prepare(open: boolean): Promise<void>;
  /** Read the options, and set their custom properties on the screen in place of those of the last reading. */
  read(options: unknown, open: boolean): ScreenValues;
}

export function optionReading(host: HTMLElement, { kind, parts, styled: names }: ReadScreen): OptionReading {
  const warned = new Set<string>();
  let properties: ScreenOptions['properties'] = new Map();
  /** The reader did not load in time: the defaults are used until the screen closes. */
  let vain = false;
  /** What was read last; undefined where the style sheets have to be asked again. */
  let last: { options: unknown; open: boolean } | undefined;

  const styled = (property: string) =>
    host.isConnected ? getComputedStyle(host).getPropertyValue(property) : '';
  const warn = (sentence: string) => {
    if (!warned.has(sentence)) console.warn(sentence);
    warned.add(sentence);
  };
  return {
    isAhead(options, open) {
      if (reader || vain) return false;
      // While the user types nothing is read anew, so the style sheets need not be asked either.
      if (last && last.options === options && (last.open || !open)) return false;
      const given = isGiven(options) && options !== STANDARD_POPUP;
      return given || names.some((name) => styled(`--ydrz-${name}`)) || isPlaced(styled, parts);
    },
    forget() {
      last = undefined;
    },
    close() {
      vain = false;
      last = undefined;
    },
    async prepare(open) {
      await inTime(loadReader(), PATIENCE).catch(() => undefined);
      if (reader) return;
      vain = open;
      warn('ydrz-elements: what reads the options did not load; the defaults are used');
    },
    read(options, open) {
      last = { options, open };
      const checked = reader?.[kind](options, { warn, styled }) ?? unread(options);
      for (const name of properties.keys()) host.style.removeProperty(name);
      properties = checked.properties;
      for (const [name, value] of properties) host.style.setProperty(name, value);
      return checked.values;
    },
  };
}
