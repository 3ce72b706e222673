import type { ReactiveElement } from 'lit';
import { nearestLanguage, type Language } from '../locale/language.js';
import { loadScreenTexts, screenTexts } from '../locale/screen-texts.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import { cleanSentence } from '../options/check-text.js';

/** The page's own texts; a length without a limit could hold the page up for seconds while it is laid out. */
function ownTexts(messages: Partial<ScreenTexts> | null): Partial<ScreenTexts> {
  const texts = Object.entries(messages ?? {}).filter(([, text]) => typeof text === 'string');
  return Object.fromEntries(texts.map(([key, text]) => [key, cleanSentence(text)]));
}

/**
 * The language of a screen: that of the nearest `lang`, asked anew at every update.
 * Its texts are fetched where they are not loaded yet, and the screen is updated when they have come; Chinese until then.
 */
export class ScreenLanguage {
  readonly #screen: ReactiveElement;
  tag: Language = 'zh-CN';

  constructor(screen: ReactiveElement) {
    this.#screen = screen;
  }

  /** The texts, with the page's own in place of the built-in ones. */
  texts(messages: Partial<ScreenTexts> | null): ScreenTexts {
    const language = nearestLanguage(this.#screen);
    if (language !== this.tag) {
      this.tag = language;
      void loadScreenTexts(language).then(() => {
        this.#screen.requestUpdate();
      });
    }
    return { ...screenTexts(language), ...ownTexts(messages) };
  }
}
