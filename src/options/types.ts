/** A custom agreement, after its name and address were checked. */
export interface NamedLink {
  /** Text of the link: trimmed, one line, no control or direction characters, 60 characters at most. */
  name: string;
  /** http(s) or relative address. */
  url: string;
}

/** A link of the application's own on the screen, such as "other ways to log in". */
export interface CustomControl {
  /** Its text; a control without a text is not shown. */
  name: string;
  /** Where a click goes: http(s) or relative; undefined where none was given or it was refused. */
  url: string | undefined;
  /**
   * Custom properties (`--ydrz-custom-control-…`) of this control alone. Empty for the documented single control,
   * whose properties are among the screen's; filled where the service's page option sets several.
   */
  properties: ReadonlyMap<string, string>;
}

/** What options say that is not CSS. Texts and images are left out, or undefined, where the screen's defaults hold. */
export interface ScreenValues {
  /** Layer: show the mask, so the layer is modal (`maskStyle.ifShowMask`); default false. */
  masked: boolean;
  /** Layer: show the close button (`closeBtnStyle.ifShowBtn`); default true. */
  closeShown: boolean;
  /** Layer: the standard popup, which has a title; default false. Set by the service's page option only. */
  standard: boolean;
  /** Title; `''` means no title. */
  title?: string | undefined;
  /** Standard popup: the application's name as set at the service, in place of the retrieval's. */
  appName?: string | undefined;
  /** Text of the submit button. */
  submitText?: string | undefined;
  /** The application's own agreements, to stand after the carrier's. */
  agreements: readonly NamedLink[];
  /** Custom controls to show, in order; none by default. */
  controls: readonly CustomControl[];
  /** Image addresses (http(s), relative or `data:image/…`), for `<img src>` only. */
  logoImage?: string | undefined;
  closeImage?: string | undefined;
  backImage?: string | undefined;
  /** Image of the ticked box. */
  checkedImage?: string | undefined;
  /** Image of the empty box. */
  uncheckedImage?: string | undefined;
}

/**
 * Checked options of a screen: what to set on its host element, and what to show.
 * `properties` holds CSS custom property names and values, only for the options that are set. A `left` or `high` of
 * `center` stays that word, which is no CSS length: the screen's placement reads it.
 */
export interface ScreenOptions {
  properties: ReadonlyMap<string, string>;
  values: ScreenValues;
}

/** How options are read. */
export interface ReadingRules {
  /** Hears one sentence per refused option; default `console.warn`. */
  warn?: (sentence: string) => void;
  /**
   * The screen's own custom properties, as its `getPropertyValue`. An option that is not CSS (a text, an image, a flag,
   * the agreements) and is not given is taken from there: `--ydrz-submit-btn-name: "Log in"`,
   * `--ydrz-logo-url: url(/logo.png)`. Options that are CSS need no reading: the style sheets use them.
   */
  styled?: (property: string) => string;
}
