import type { Language } from './language.js';
import { ZH_CN, type ScreenTexts } from './zh-cn.js';

const loaded = new Map<Language, ScreenTexts>([['zh-CN', ZH_CN]]);

/** The screens' texts in that language, as far as it is loaded; Chinese until then. */
export function screenTexts(language: Language): ScreenTexts {
  return loaded.get(language) ?? ZH_CN;
}

/** True while a language's texts are still to be fetched by `loadScreenTexts`. */
function isMissing(language: Language): boolean {
  return !loaded.has(language);
}

/** Fetch a language's texts ahead. Never rejects: where they do not load, Chinese stays, and the next call tries again. */
export async function loadScreenTexts(language: Language): Promise<void> {
  if (!isMissing(language)) return;
  try {
    const { EN } = await import('./en.js');
    loaded.set(language, EN);
  } catch (error) {
    console.warn(`ydrz-elements: the texts in "${language}" did not load, Chinese stands in for them`, error);
  }
}

/** Put values in place of the `{…}` of a text; a name without a value stays as it is. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
