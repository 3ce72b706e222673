import type { ReactiveElement } from 'lit';
import { nearestLanguage, type Language } from '../locale/language.js';
import { loadScreenTexts, screenTexts } from '../locale/screen-texts.js';
import type { ScreenTexts } from '../locale/zh-cn.js';

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

  texts(): ScreenTexts {
    const language = nearestLanguage(this.#screen);
    if (language !== this.tag) {
      this.tag = language;
      void loadScreenTexts(language).then(() => {
        this.#screen.requestUpdate();
      });
    }
    return screenTexts(language);
  }
}
