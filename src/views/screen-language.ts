import type { ReactiveElement } from 'lit';
import { nearestLanguage, type Language } from '../locale/language.js';
import { withOwnTexts } from '../locale/own-texts.js';
import { loadScreenTexts, screenTexts } from '../locale/screen-texts.js';
import type { ScreenTexts } from '../locale/zh-cn.js';
import { cleanSentence } from '../options/check-text.js';

/**
 * The language of a screen: that of the nearest `lang`, asked anew at every update.
 * Its texts are fetched where they are not loaded yet, and the screen is updated when they have come; Chinese until then.
 */
export interface ScreenLanguage {
  readonly tag: Language;
  /** The texts, with the page's own in place of the built-in ones. */
  texts(messages: Partial<ScreenTexts> | null): ScreenTexts;
}

export function screenLanguage(screen: ReactiveElement): ScreenLanguage {
  let tag: Language = 'zh-CN';
  return {
    get tag() {
      return tag;
    },
    texts(messages) {
      const language = nearestLanguage(screen);
      if (language !== tag) {
        tag = language;
        void loadScreenTexts(language).then(() => {
          screen.requestUpdate();
        });
      }
      // A length without a limit could hold the page up for seconds while it is laid out.
      return withOwnTexts(screenTexts(language), messages, cleanSentence);
    },
  };
}
