/** The languages that are built in. */
export type Language = 'zh-CN' | 'en';

/**
 * The built-in language for a language tag: `en` for every English, `zh-CN` for everything else, an empty, strange or
 * missing tag included.
 */
export function languageOf(tag: string | null | undefined): Language {
  return /^en(?![a-z])/i.test(tag?.trim() ?? '') ? 'en' : 'zh-CN';
}

/** The language of the nearest `lang` attribute, out through shadow roots; `zh-CN` where there is none. */
export function nearestLanguage(element: Element): Language {
  let place: Element | null = element;
  while (place) {
    const found: Element | null = place.closest('[lang]');
    // A form's fields hide its methods behind their own names.
    if (found) return languageOf(Element.prototype.getAttribute.call(found, 'lang'));
    const root: Node = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : null;
  }
  return 'zh-CN';
}
